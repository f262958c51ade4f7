import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import type { RecordingState } from '#shared/domain/codes.ts'
import { findFile } from './recording-folder.ts'
import { headLength, mimeOf, sniffRecording } from './sniff-recording.ts'

/** What was kept of a recording when it was taken in. */
export interface KeptRecording {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

const piece = 1024 * 1024

/** Whether the file is there and has its size; the digest alone can tell that it is the same. */
export async function glanceAt(folder: string, kept: KeptRecording): Promise<RecordingState> {
  const found = await findFile(folder, kept.path)
  if (!found) return 'missing'
  return found.bytes === kept.bytes ? 'present' : 'changed'
}

/** Whether the file is what was taken in, by its digest. A file that cannot be read is missing. */
export async function compareDigest(folder: string, kept: KeptRecording): Promise<RecordingState> {
  const seen = await glanceAt(folder, kept)
  if (seen !== 'present') return seen
  const part = await readPart(folder, kept, { from: 0, length: 0 })
  return part?.state ?? 'missing'
}

export interface SoundPart {
  readonly state: RecordingState
  readonly file: string
  readonly mime: string
  readonly bytes: number
  readonly part: Buffer
}

/** A part of the sound, and whether the whole is what was taken in: both in one pass over the file. */
export async function readPart(
  folder: string,
  kept: KeptRecording,
  { from, length }: Range,
): Promise<SoundPart | undefined> {
  return withFile(folder, kept, async (handle, file) => {
    const digest = createHash('sha256')
    const buffer = Buffer.allocUnsafe(piece)
    const parts: Buffer[] = []
    let head: Buffer = Buffer.alloc(0)
    let bytes = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, piece, bytes)
      if (bytesRead === 0) break
      const read = buffer.subarray(0, bytesRead)
      digest.update(read)
      if (bytes === 0) head = Buffer.from(read.subarray(0, headLength))
      const start = Math.max(from - bytes, 0)
      const end = Math.min(from + length - bytes, bytesRead)
      if (start < end) parts.push(Buffer.from(read.subarray(start, end)))
      bytes += bytesRead
    }
    const state = digest.digest('hex') === kept.sha256 ? 'present' : 'changed'
    return { state, file, mime: mimeOfHead(head), bytes, part: Buffer.concat(parts) }
  })
}

/** A later part of a sound whose digest was compared with the first one, which told its state. */
export async function readOn(
  folder: string,
  kept: KeptRecording & { readonly state: RecordingState },
  { from, length }: Range,
): Promise<SoundPart | undefined> {
  return withFile(folder, kept, async (handle, file, bytes) => {
    const head = Buffer.alloc(headLength)
    await handle.read(head, 0, headLength, 0)
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await handle.read(buffer, 0, length, from)
    const state = bytes === kept.bytes ? kept.state : 'changed'
    return { state, file, mime: mimeOfHead(head), bytes, part: buffer.subarray(0, bytesRead) }
  })
}

interface Range {
  readonly from: number
  readonly length: number
}

/** Undefined for a file that is not there or cannot be read. */
async function withFile<T>(
  folder: string,
  kept: KeptRecording,
  work: (handle: FileHandle, file: string, bytes: number) => Promise<T>,
): Promise<T | undefined> {
  const found = await findFile(folder, kept.path)
  const handle = found && (await open(found.file, 'r').catch(() => undefined))
  if (!found || !handle) return undefined
  try {
    return await work(handle, found.file, found.bytes)
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}

const mimeOfHead = (head: Uint8Array): string => {
  const format = sniffRecording(head)
  return format ? mimeOf[format] : 'application/octet-stream'
}
