import { crc32, inflateRawSync } from 'node:zlib'
import { refuse } from '#shared/errors.ts'
import type { LedgerLimits } from './ledger.ts'

/** A part of a packed file, as its directory describes it. */
export type ZipPart = {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly offset: number
}

const endMark = 0x06054b50
const directoryMark = 0x02014b50
const localMark = 0x04034b50
const longNumber = 0xffffffff
const maxParts = 10_000

const broken = (): never => refuse('FILE_REFUSED', { reason: 'broken' })
const hostile = (found: string): never => refuse('FILE_REFUSED', { reason: 'hostile', data: { found } })

const findEnd = (bytes: Buffer): number => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === endMark) return at
  }
  return broken()
}

/** Lists the parts of a packed file; a directory that does not hold together is broken. */
export const listParts = (bytes: Buffer): ZipPart[] => {
  if (bytes.length < 22) return broken()
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > maxParts) return hostile('parts')
  const parts: ZipPart[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let part = 0; part < count; part += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryMark) return broken()
    const nameLength = bytes.readUInt16LE(at + 28)
    const [packed, size, offset] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 42),
    ]
    // Files of this size have no need of the long form, and its two sizes may contradict each other.
    if (packed === longNumber || size === longNumber || offset === longNumber) return hostile('long_form')
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) {
      return refuse('FILE_REFUSED', { reason: 'unknown_format', data: { found: 'encrypted' } })
    }
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed,
      size,
      crc: bytes.readUInt32LE(at + 16),
      offset,
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** Unpacks one part and checks it against what the directory promised. */
export const unpackPart = (bytes: Buffer, part: ZipPart): Buffer => {
  const { offset, packed, size, method } = part
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) return broken()
  const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26)
  // A part whose two names differ would not be found by its reader, who then does without it and says nothing.
  if (bytes.toString('utf8', offset + 30, nameEnd) !== part.name) return broken()
  const start = nameEnd + bytes.readUInt16LE(offset + 28)
  if (start + packed > bytes.length) return broken()
  const data = bytes.subarray(start, start + packed)
  if (method !== 0 && method !== 8) return broken()
  let content = data
  if (method === 8 && size > 0) {
    try {
      content = inflateRawSync(data, { maxOutputLength: size })
    } catch (error) {
      const grew = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      return grew ? hostile('size') : broken()
    }
  } else if (size === 0 && packed > 2) {
    return hostile('size')
  }
  if (method === 8 && size === 0 && packed === 0) return hostile('size')
  if (content.length !== size && !(method === 8 && size === 0)) return broken()
  if (size > 0 && crc32(content) !== part.crc) return broken()
  return content
}

/**
 * Unpacks every part once before anything is read from it: sizes that lie, damage inside, parts that together
 * would fill the memory. Yields name and content, one part at a time.
 */
export function* checkedParts(bytes: Buffer, limits: LedgerLimits): Generator<readonly [string, Buffer]> {
  const parts = listParts(bytes)
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > limits.maxUnpackedBytes) hostile('size')
  if (new Set(parts.map(({ name }) => name)).size !== parts.length) hostile('twice')
  for (const part of parts) {
    if (part.name.endsWith('/')) continue
    yield [part.name, unpackPart(bytes, part)]
  }
}
