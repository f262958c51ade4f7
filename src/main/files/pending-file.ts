import { open, rename, rm } from 'node:fs/promises'
import { refuse } from '#shared/errors.ts'
import { soonLetGo } from '#main/platform/held-file.ts'
import { newId } from '#main/platform/ids.ts'
import { whyNotWritten } from '#main/platform/why-not-written.ts'

/** A file that is complete on disk under a name of its own, and gets its place once the act that exports it stands. */
export interface PendingFile {
  /** Puts it at its place in one step; what was there before stays until then. Refuses with FILE_REFUSED and why (P6). */
  readonly settle: () => Promise<void>
  /** Takes it away again. */
  readonly discard: () => Promise<void>
}

const cannotWrite = (error: unknown): never => refuse('FILE_REFUSED', { reason: whyNotWritten(error) })

/** Refuses where what stands at the path may not be replaced: on Windows not while another program shows it. */
async function demandFree(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') cannotWrite(error)
  }
}

/**
 * Writes a file beside the path that somebody chose. It gets that path when the act that exports it has happened, so
 * that one that does not costs nobody the file that was there. Refuses with FILE_REFUSED disk_full, read_only or cannot_write.
 */
export async function writePendingFile(path: string, content: Uint8Array | string): Promise<PendingFile> {
  await demandFree(path)
  const pending = `${path}.${newId()}.part`
  const discard = (): Promise<void> => rm(pending, { force: true }).catch(() => undefined)
  try {
    const file = await open(pending, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await discard()
    return cannotWrite(error)
  }
  return {
    settle: async () => {
      try {
        await soonLetGo(() => rename(pending, path))
      } catch (error) {
        await discard()
        cannotWrite(error)
      }
    },
    discard,
  }
}
