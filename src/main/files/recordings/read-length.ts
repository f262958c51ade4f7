import { readAacLength, readAmrLength, readMp3Length, type ByteSource } from './frame-length.ts'
import type { RecordingFormat } from './sniff-recording.ts'

const inMilliseconds = (units: number, perSecond: number): number | null =>
  perSecond > 0 && Number.isFinite(units) && units > 0 ? Math.round((units * 1000) / perSecond) : null

/** Chunks of a wav: `fmt ` tells bytes a second, `data` how many there are. */
async function wavLength({ size, read }: ByteSource): Promise<number | null> {
  let bytesPerSecond = 0
  for (let at = 12, chunks = 0; at + 8 <= size && chunks < 64; chunks += 1) {
    const head = await read(at, 8)
    if (head.length < 8) return null
    const id = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    if (id === 'fmt ') {
      const format = await read(at + 8, 16)
      if (format.length < 16) return null
      bytesPerSecond = format.readUInt32LE(8)
    }
    // A system that was cut off leaves the length of its data unsaid.
    if (id === 'data') return inMilliseconds(Math.min(length, size - at - 8), bytesPerSecond)
    at += 8 + length + (length % 2)
  }
  return null
}

/** Boxes of an mp4: `moov` holds `mvhd`, which has units and units a second. */
async function mp4Length(source: ByteSource): Promise<number | null> {
  const moov = await findBox(source, 'moov', 0, source.size)
  const header = moov && (await findBox(source, 'mvhd', moov.from, moov.to))
  if (!header) return null
  const bytes = await source.read(header.from, 32)
  const isLong = bytes[0] === 1
  if (bytes.length < (isLong ? 32 : 20)) return null
  return isLong
    ? inMilliseconds(Number(bytes.readBigUInt64BE(24)), bytes.readUInt32BE(20))
    : inMilliseconds(bytes.readUInt32BE(16), bytes.readUInt32BE(12))
}

async function findBox({ read }: ByteSource, name: string, from: number, to: number) {
  for (let at = from, boxes = 0; at + 8 <= to && boxes < 256; boxes += 1) {
    const head = await read(at, 16)
    if (head.length < 8) return undefined
    const short = head.readUInt32BE(0)
    const isLong = short === 1 && head.length === 16
    const length = short === 0 ? to - at : isLong ? Number(head.readBigUInt64BE(8)) : short
    const content = at + (isLong ? 16 : 8)
    if (length < content - at) return undefined
    if (head.toString('latin1', 4, 8) === name) return { from: content, to: Math.min(at + length, to) }
    at += length
  }
  return undefined
}

/** The first block of a flac: 20 bits of rate, then 36 bits of samples. */
async function flacLength({ read }: ByteSource): Promise<number | null> {
  const bytes = await read(8, 18)
  if (bytes.length < 18) return null
  const rate = bytes.readUIntBE(10, 3) >> 4
  const samples = (bytes.readUInt8(13) & 0x0f) * 2 ** 32 + bytes.readUInt32BE(14)
  return inMilliseconds(samples, rate)
}

/** The last page of an ogg counts the samples; Opus always counts 48,000 a second and skips some at the start. */
async function oggLength({ size, read }: ByteSource): Promise<number | null> {
  const head = await read(0, 128)
  const opus = head.indexOf('OpusHead')
  const vorbis = head.indexOf('\x01vorbis', 0, 'latin1')
  const tail = await read(Math.max(0, size - 65_536), 65_536)
  const last = tail.lastIndexOf('OggS')
  if (last < 0 || tail.length < last + 14) return null
  const samples = Number(tail.readBigInt64LE(last + 6))
  if (opus >= 0 && head.length >= opus + 12)
    return inMilliseconds(samples - head.readUInt16LE(opus + 10), 48_000)
  if (vorbis >= 0 && head.length >= vorbis + 16)
    return inMilliseconds(samples, head.readUInt32LE(vorbis + 12))
  return null
}

const readers: Readonly<Record<RecordingFormat, (source: ByteSource) => Promise<number | null>>> = {
  wav: wavLength,
  mp3: readMp3Length,
  mp4: mp4Length,
  aac: readAacLength,
  amr: readAmrLength,
  ogg: oggLength,
  flac: flacLength,
  webm: () => Promise.resolve(null),
}

/** How long a recording is, in milliseconds, as its own file says; null where it does not say. */
export const readLength = async (format: RecordingFormat, source: ByteSource): Promise<number | null> =>
  readers[format](source)
