import { refuse } from '#shared/errors.ts'

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)

/** What other kinds of file begin with, so that the answer can say what was found. */
const others: readonly (readonly [found: string, ...magic: number[]])[] = [
  ['xls_or_encrypted', 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['picture', 0x89, 0x50, 0x4e, 0x47],
  ['picture', 0xff, 0xd8, 0xff],
  ['archive', 0x1f, 0x8b],
  ['archive', 0x52, 0x61, 0x72, 0x21],
  ['archive', 0x37, 0x7a, 0xbc, 0xaf],
]

/** Tells by the content, never by the name, whether a file is packed like an .xlsx or is text. */
export const sniffFormat = (bytes: Uint8Array): 'zip' | 'text' => {
  if (bytes.length === 0) return refuse('FILE_REFUSED', { reason: 'empty' })
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  const other = others.find(([, ...magic]) => startsWith(bytes, ...magic))
  if (other) return refuse('FILE_REFUSED', { reason: 'unknown_format', data: { found: other[0] } })
  return 'text'
}
