import type { Readable } from 'node:stream'

/** A line of the input, or that it was too long to be looked at. */
export type Line = { readonly text: string } | { readonly fault: 'too_long' | 'not_utf8' }

const newline = 0x0a
const byteOrderMark = '\uFEFF'

/**
 * The lines of a stream, one after the other as they are asked for, so that a slow answer holds the sender up. A line
 * beyond `maxBytes` is passed over without being kept; blank lines are no lines.
 */
export async function* readLines(input: Readable, maxBytes: number): AsyncGenerator<Line, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let parts: Buffer[] = []
  let size = 0
  const take = (piece: Buffer) => {
    size += piece.length
    if (size <= maxBytes) parts.push(piece)
    else parts = []
  }
  const finish = (): Line | undefined => {
    const whole = Buffer.concat(parts)
    const tooLong = size > maxBytes
    parts = []
    size = 0
    if (tooLong) return { fault: 'too_long' }
    try {
      const text = decoder.decode(whole)
      const plain = text.startsWith(byteOrderMark) ? text.slice(1) : text
      return plain.trim() === '' ? undefined : { text: plain }
    } catch {
      return { fault: 'not_utf8' }
    }
  }
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer)
    let from = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
      take(bytes.subarray(from, end))
      from = end + 1
      const line = finish()
      if (line) yield line
    }
    if (from < bytes.length) take(bytes.subarray(from))
  }
  const last = finish()
  if (last) yield last
}
