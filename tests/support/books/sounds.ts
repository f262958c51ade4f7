import { utimesSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '#main/platform/clock.ts'

/** Small sounds of every kind that a telephone leaves behind, made here so that no binary lies in the tree. */

const chunk = (id: string, content: Buffer) => {
  const head = Buffer.alloc(8)
  head.write(id, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** 8 kHz, mono, 8 bits; `note` makes two of the same length differ. */
export function wav(lengthMs: number, note = 0): Buffer {
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(8000, 4)
  format.writeUInt32LE(8000, 8)
  format.writeUInt16LE(1, 12)
  format.writeUInt16LE(8, 14)
  const samples = Buffer.alloc(Math.round(lengthMs * 8), 128)
  samples.writeUInt8(note % 256, 0)
  samples.writeUInt8(Math.floor(note / 256) % 256, 1)
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('LIST', Buffer.from('INFOabc')),
    chunk('fmt ', format),
    chunk('data', samples),
  ])
  const head = Buffer.alloc(8)
  head.write('RIFF')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** AMR, narrow band, 12.2 kbit/s: frames of 32 bytes and 20 ms. */
export const amr = (frames: number): Buffer =>
  Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: frames }, () => Buffer.alloc(32, 0x3c))])

/** MPEG-2 layer 3 at 32 kbit/s and 16 kHz: frames of 144 bytes and 36 ms. */
export const mp3 = (frames: number): Buffer => {
  const frame = Buffer.alloc(144)
  frame.set([0xff, 0xf3, 0x48, 0xc0])
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}

/** The same with a tag before it, and a first frame that says how many there are. */
export const taggedMp3 = (frames: number): Buffer => {
  const tag = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 1, 0, ...Array<number>(128).fill(0)])
  const sound = mp3(3)
  sound.write('Xing', 4 + 9)
  sound.writeUInt32BE(1, 4 + 9 + 4)
  sound.writeUInt32BE(frames, 4 + 9 + 8)
  return Buffer.concat([tag, sound])
}

const box = (name: string, content: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}
export const m4a = (lengthMs: number): Buffer => {
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(lengthMs, 16)
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0', 'latin1')),
    box('mdat', Buffer.alloc(64)),
    box('moov', Buffer.concat([box('udta', Buffer.alloc(8)), box('mvhd', header)])),
  ])
}

/** 8 kHz, as many samples as its first block says. */
export const flac = (samples: number): Buffer => {
  const bytes = Buffer.alloc(42)
  bytes.write('fLaC')
  bytes.writeUInt32BE(0x8000_0022, 4)
  bytes.writeUIntBE(8000 << 4, 18, 3)
  bytes.writeUInt32BE(samples, 22)
  return bytes
}

export const opus = (lengthMs: number): Buffer => {
  const page = (granule: number, content: Buffer) => {
    const head = Buffer.alloc(28)
    head.write('OggS')
    head.writeBigInt64LE(BigInt(granule), 6)
    head.writeUInt8(1, 26)
    head.writeUInt8(content.length, 27)
    return Buffer.concat([head, content])
  }
  const head = Buffer.alloc(19)
  head.write('OpusHead')
  head.writeUInt16LE(312, 10)
  return Buffer.concat([page(0, head), page(lengthMs * 48 + 312, Buffer.alloc(20))])
}

/** AAC at 16 kHz in frames of 1024 samples and 20 bytes. */
export const aac = (frames: number): Buffer => {
  const frame = Buffer.alloc(20)
  frame.set([0xff, 0xf1, 0x60, 0x40, (20 >> 3) & 0xff, (20 & 7) << 5, 0xfc])
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}

/** Makes a file look as if nobody had touched it for a minute. */
export function finish(file: string): void {
  const then = systemClock.now() / 1000 - 60
  utimesSync(file, then, then)
}

/** Writes a file that nobody has touched for a minute, so that it counts as finished. */
export function writeSound(folder: string, name: string, content: Buffer): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  finish(file)
  return file
}
