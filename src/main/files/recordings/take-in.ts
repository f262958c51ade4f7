import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { refuse, Refusal } from '#shared/errors.ts'
import { readLength } from './read-length.ts'
import { soonLetGo } from '#main/platform/held-file.ts'
import { isDiskFull, whyNotWritten } from '#main/platform/why-not-written.ts'
import { fileOf } from './recording-folder.ts'
import { headLength, sniffRecording } from './sniff-recording.ts'

/** What a copy turned out to be. */
export interface TakenIn {
  readonly place: string
  readonly sha256: string
  readonly bytes: number
  readonly lengthMs: number | null
}

export const largestRecording = 200 * 1024 * 1024
const piece = 1024 * 1024

/** Opens what is a regular file; anything else that has a name (a pipe, a folder) could keep the reader for ever. */
async function openRegular(source: string): Promise<FileHandle> {
  const found = await stat(source).catch(() => undefined)
  if (!found?.isFile()) return refuse('FILE_REFUSED', { reason: 'not_found' })
  // Never waits, should it have become a pipe in between. Windows has no such flag.
  const flags = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0)
  return open(source, flags).catch(() => refuse('FILE_REFUSED', { reason: 'not_found' }))
}

const refuseTooLarge = () =>
  refuse('FILE_REFUSED', { reason: 'too_large', data: { maxMb: largestRecording / 1024 / 1024 } })

/** Copies and digests in one pass, so that the digest is that of the copy. */
async function copy(from: FileHandle, to: FileHandle): Promise<{ sha256: string; bytes: number }> {
  const digest = createHash('sha256')
  const buffer = Buffer.allocUnsafe(piece)
  let bytes = 0
  for (;;) {
    const { bytesRead } = await from.read(buffer, 0, piece, bytes)
    if (bytesRead === 0) break
    bytes += bytesRead
    if (bytes > largestRecording) refuseTooLarge()
    const part = buffer.subarray(0, bytesRead)
    digest.update(part)
    await to.writeFile(part)
  }
  return { sha256: digest.digest('hex'), bytes }
}

const readFrom = (handle: FileHandle) => async (at: number, length: number) => {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/**
 * Copies a recording to its place below the folder: whole, safe on the disk, or not at all. Refuses with FILE_REFUSED
 * what is not there, too large, empty, or no sound by its content.
 */
export async function takeIn(source: string, folder: string, place: string): Promise<TakenIn> {
  const target = fileOf(folder, place)
  if (!target) throw new Error('a recording would leave its folder')
  const partial = `${target}.part`
  const from = await openRegular(source)
  try {
    const { size } = await from.stat()
    if (size > largestRecording) refuseTooLarge()
    if (size === 0) refuse('FILE_REFUSED', { reason: 'empty' })
    const format = sniffRecording(await readFrom(from)(0, headLength))
    if (!format) return refuse('FILE_REFUSED', { reason: 'no_recording' })
    await mkdir(path.dirname(target), { recursive: true })
    const to = await open(partial, 'wx+')
    try {
      const { sha256, bytes } = await copy(from, to)
      await to.sync()
      const lengthMs = await readLength(format, { size: bytes, read: readFrom(to) })
      await to.close()
      await soonLetGo(() => rename(partial, target))
      return { place, sha256, bytes, lengthMs }
    } finally {
      await to.close().catch(() => undefined)
    }
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    if (error instanceof Refusal) throw error
    if (isDiskFull(error)) return refuse('STORE_FULL', {})
    return refuse('FILE_REFUSED', { reason: whyNotWritten(error) })
  } finally {
    await from.close()
  }
}

/** Takes back what was taken in for a call that then did not happen. */
export async function discard(folder: string, place: string): Promise<void> {
  const file = fileOf(folder, place)
  if (file) await rm(file, { force: true })
}
