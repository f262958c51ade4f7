import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { refuse } from '#shared/errors.ts'

export type DecodedText = { readonly text: string; readonly encoding: string }

const refused = (reason: string, found?: string): never =>
  refuse('FILE_REFUSED', found === undefined ? { reason } : { reason, data: { found } })

/** A character cut in two at the very end: the file was not copied whole. */
const endsInsideCharacter = (bytes: Buffer): boolean =>
  [1, 2, 3].some((cut) => bytes.length > cut && isUtf8(bytes.subarray(0, bytes.length - cut))) &&
  // Plain letters before the cut are valid in any encoding; then the cut says nothing of UTF-8.
  bytes.subarray(0, -3).some((byte) => byte >= 0x80)

const decode = (bytes: Buffer): DecodedText => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const rest = bytes.subarray(3)
    if (isUtf8(rest)) return { text: rest.toString('utf8'), encoding: 'utf-8' }
    return refused(endsInsideCharacter(rest) ? 'broken' : 'encoding_unknown')
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: iconv.decode(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' }
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: iconv.decode(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' }
  }
  if (bytes.includes(0)) return refused('unknown_format', 'binary')
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8' }
  if (endsInsideCharacter(bytes)) return refused('broken')
  const text = iconv.decode(bytes, 'gb18030')
  const bad = text.indexOf('\ufffd')
  if (bad === -1) return { text, encoding: 'gb18030' }
  return refused(bad >= text.length - 1 ? 'broken' : 'encoding_unknown')
}

/** Control characters that no text holds; one in a thousand is dirt, more is no text. */
const dirtShare = 1 / 1000

/** Reads the bytes of a text file: UTF-8 with or without its mark, GB18030 (GBK, GB2312), marked UTF-16. */
export const decodeText = (bytes: Buffer): DecodedText => {
  const decoded = decode(bytes)
  const { text } = decoded
  // eslint-disable-next-line no-control-regex
  const dirt = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  if (dirt > 0 && dirt > text.length * dirtShare) return refused('unknown_format', 'binary')
  const head = text.slice(0, 500).trimStart()
  if (/^<(?:!doctype|html|head|table|meta|style|script|\?xml|\w+:)/i.test(head)) {
    return refused('unknown_format', 'html')
  }
  if (/^(?:\{\\rtf|%!PS)/.test(head)) return refused('unknown_format', 'document')
  return decoded
}
