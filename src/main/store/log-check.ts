import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/**
 * Whether a write-ahead log that was left behind has lost commits (P5). SQLite reads a log up to its first bad frame and
 * says nothing of the rest: right after a power cut, because with `synchronous=FULL` only the last commit can be
 * incomplete then, and a silent loss when bytes were changed later.
 */

const headerBytes = 32
const frameHeaderBytes = 24
const magics = [0x377f0682, 0x377f0683]
/** Checksums run over words of four bytes, in the order that the magic number names. */
type Sum = readonly [number, number]

function addUp(bytes: Buffer, bigEndian: boolean, [a, b]: Sum): Sum {
  let s0 = a
  let s1 = b
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const x = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const y = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    s0 = (s0 + x + s1) >>> 0
    s1 = (s1 + y + s0) >>> 0
  }
  return [s0, s1]
}

/** What is wrong with a log; undefined for one that is sound, empty, or cut short as a power cut cuts it. */
export function logDamage(file: string): string | undefined {
  const handle = openSync(file, 'r')
  try {
    return damageOf(handle, fstatSync(handle).size)
  } finally {
    closeSync(handle)
  }
}

function damageOf(handle: number, size: number): string | undefined {
  const header = Buffer.alloc(headerBytes)
  // A log that was only begun holds no commit.
  if (size < headerBytes || readSync(handle, header, 0, headerBytes, 0) < headerBytes) return undefined
  const magic = header.readUInt32BE(0)
  if (magic === 0 && header.every((byte) => byte === 0)) return undefined
  if (!magics.includes(magic)) return 'the log is no log of SQLite'
  const bigEndian = magic === 0x377f0683
  const pageBytes = header.readUInt32BE(8)
  if (pageBytes < 512 || pageBytes > 65536 || (pageBytes & (pageBytes - 1)) !== 0)
    return 'the log names an impossible page size'
  let sum = addUp(header.subarray(0, 24), bigEndian, [0, 0])
  if (sum[0] !== header.readUInt32BE(24) || sum[1] !== header.readUInt32BE(28)) {
    return isBeingRestarted(handle, header) ? undefined : 'the head of the log is damaged'
  }
  const frame = Buffer.alloc(frameHeaderBytes + pageBytes)
  let broken = false
  let commitsBeyond = 0
  for (let at = headerBytes; at + frame.length <= size; at += frame.length) {
    if (readSync(handle, frame, 0, frame.length, at) < frame.length) break
    const salted = frame.compare(header, 16, 24, 8, 16) === 0
    if (!broken) {
      sum = addUp(frame.subarray(0, 8), bigEndian, sum)
      sum = addUp(frame.subarray(frameHeaderBytes), bigEndian, sum)
      const holds = salted && sum[0] === frame.readUInt32BE(16) && sum[1] === frame.readUInt32BE(20)
      if (holds) continue
      broken = true
    }
    // The page count stands in the frame that commits.
    if (salted && frame.readUInt32BE(4) !== 0) commitsBeyond += 1
  }
  return commitsBeyond > 1 ? 'commits lie in the log beyond a damaged place' : undefined
}

/**
 * Whether a head that does not add up is one that a power cut tore while it was written anew: then all that the log holds
 * has long been in the file. Each new head counts its first salt up by one, and is synced before any frame follows, so that
 * the frames have the salt before it.
 */
function isBeingRestarted(handle: number, header: Buffer): boolean {
  const frame = Buffer.alloc(frameHeaderBytes)
  if (readSync(handle, frame, 0, frame.length, headerBytes) < frame.length) return true
  return header.readUInt32BE(16) === (frame.readUInt32BE(8) + 1) >>> 0
}
