import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { FileKind } from '#shared/contract/desktop.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { sayError } from '#shared/text/say.ts'
import { soonLetGo } from '#main/platform/held-file.ts'
import { whyNotWritten } from '#main/platform/why-not-written.ts'

const extensions: Readonly<Record<FileKind, readonly string[]>> = {
  ledger: ['xlsx', 'csv'],
  pdf: ['pdf'],
  picture: ['png', 'jpg', 'jpeg'],
  recording: ['mp3', 'm4a', 'wav', 'amr', 'aac', 'ogg', 'opus', 'flac', '3gp', 'mp4', 'webm'],
  support: ['zip'],
}

/** Files that a person chose. Only a path that was handed out here for saving is ever written to. */
export interface Dialogs {
  readonly pickFile: (window: BrowserWindow, kind: FileKind) => Promise<string | null>
  readonly pickFolder: (window: BrowserWindow) => Promise<string | null>
  readonly saveFile: (window: BrowserWindow, suggestedName: string, kind: FileKind) => Promise<string | null>
  /** Writes to a path from `saveFile`: whole, or not at all; the error says in words why not (P6). */
  readonly write: (file: string, content: Buffer) => Promise<void>
}

export function makeDialogs(locale: Locale): Dialogs {
  const words = texts[locale].desktop
  const writable = new Set<string>()
  const filters = (kind: FileKind): FileFilter[] => [
    { name: words.kinds[kind], extensions: [...extensions[kind]] },
  ]
  let lastFolder = ''
  const folder = () => lastFolder || app.getPath('documents')

  return {
    pickFile: async (window, kind) => {
      const chosen = await dialog.showOpenDialog(window, {
        title: words.pickFile,
        defaultPath: folder(),
        filters: filters(kind),
        properties: ['openFile'],
      })
      const file = chosen.canceled ? undefined : chosen.filePaths[0]
      if (file === undefined) return null
      lastFolder = path.dirname(file)
      return file
    },
    pickFolder: async (window) => {
      const chosen = await dialog.showOpenDialog(window, {
        title: words.pickFolder,
        defaultPath: folder(),
        properties: ['openDirectory'],
      })
      const picked = chosen.canceled ? undefined : chosen.filePaths[0]
      if (picked === undefined) return null
      lastFolder = picked
      return picked
    },
    saveFile: async (window, suggestedName, kind) => {
      const chosen = await dialog.showSaveDialog(window, {
        title: words.saveFile,
        defaultPath: path.join(folder(), fileNameOf(suggestedName)),
        filters: filters(kind),
      })
      if (chosen.canceled || !chosen.filePath) return null
      lastFolder = path.dirname(chosen.filePath)
      writable.add(chosen.filePath)
      return chosen.filePath
    },
    write: async (file, content) => {
      if (!writable.has(file)) throw new Error('nobody chose to save there')
      const part = `${file}.part`
      try {
        await writeFile(part, content, { flush: true })
        await soonLetGo(() => rename(part, file))
      } catch (error) {
        await rm(part, { force: true }).catch(() => undefined)
        throw new Error(sayError('FILE_REFUSED', { reason: whyNotWritten(error) }, locale), { cause: error })
      }
    },
  }
}

/** A name that every system takes as one, whatever the page suggests. */
export const fileNameOf = (suggested: string): string =>
  suggested
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '-')
    .replace(/^\.+/, '')
    .slice(0, 120) || 'showroom'

/** Says that the application is gone for good, and what is safe. */
export async function tellGone(locale: Locale): Promise<void> {
  const words = texts[locale].desktop
  await dialog.showMessageBox({
    type: 'error',
    message: words.gone,
    detail: words.goneDetail,
    buttons: [words.quit],
  })
}

/** A backup that is done sooner needs no words, in milliseconds. */
const wordsAfter = 1_000

/**
 * Says that a last backup is being made, and lets go of it whoever does not want to wait. `signal` ends it: the backup is done. Answers whether
 * it is to be waited for no more.
 */
export async function tellBackingUp(locale: Locale, signal: AbortSignal): Promise<boolean> {
  const words = texts[locale].desktop
  await new Promise((resolve) => {
    setTimeout(resolve, wordsAfter)
  })
  if (signal.aborted) return false
  await dialog.showMessageBox({
    type: 'info',
    message: words.backingUp,
    detail: words.backingUpDetail,
    buttons: [words.quitNow],
    signal,
  })
  return !signal.aborted
}
