import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
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
  { from, length }: { readonly from: number; readonly length: number },
): Promise<SoundPart | undefined> {
  const found = await findFile(folder, kept.path)
  const handle = found && (await open(found.file, 'r').catch(() => undefined))
  if (!found || !handle) return undefined
  try {
    const digest = createHash('sha256')
    const buffer = Buffer.allocUnsafe(piece)
    const parts: Buffer[] = []
    let head = Buffer.alloc(0)
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
    const format = sniffRecording(head)
    return {
      state: digest.digest('hex') === kept.sha256 ? 'present' : 'changed',
      file: found.file,
      mime: format ? mimeOf[format] : 'application/octet-stream',
      bytes,
      part: Buffer.concat(parts),
    }
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}
