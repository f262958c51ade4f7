import { open, rename, rm } from 'node:fs/promises'
import { refuse } from '#shared/errors.ts'
import { newId } from '#main/platform/ids.ts'

/** A file that is complete on disk under a name of its own, and gets its place once the act that exports it stands. */
export interface PendingFile {
  /** Puts it at its place in one step; what was there before stays until then. Refuses with FILE_REFUSED cannot_write. */
  readonly settle: () => Promise<void>
  /** Takes it away again. */
  readonly discard: () => Promise<void>
}

const cannotWrite = (): never => refuse('FILE_REFUSED', { reason: 'cannot_write' })

/** Whether what stands at the path may be replaced: on Windows not while another program shows it. */
async function isFree(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r+')).close()
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

/**
 * Writes a file beside the path that somebody chose. It gets that path when the act that exports it has happened, so
 * that one that does not costs nobody the file that was there. Refuses with FILE_REFUSED cannot_write.
 */
export async function writePendingFile(path: string, content: Uint8Array | string): Promise<PendingFile> {
  if (!(await isFree(path))) cannotWrite()
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
  } catch {
    await discard()
    return cannotWrite()
  }
  return {
    settle: async () => {
      try {
        await rename(pending, path)
      } catch {
        await discard()
        cannotWrite()
      }
    },
    discard,
  }
}
