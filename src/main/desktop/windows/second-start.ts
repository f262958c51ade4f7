import { dialog, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { readCommandLine } from '#main/desktop/command-line.ts'
import { isSameFile } from '#main/platform/file-system.ts'
import type { Log } from '#main/desktop/support/log.ts'
import type { Windows } from './windows.ts'

/** What a second start hands to the first. */
const handed = z.strictObject({
  args: z.array(z.string().max(8192)).max(200),
  folder: z.string().max(4096),
})

/** This start, to be handed over if another one runs already. */
export const thisStart = () => ({ args: process.argv, folder: process.cwd() })

export interface SecondStartOptions {
  readonly locale: Locale
  readonly log: Log
  readonly windows: Windows
  /** The store files that this application has open, or may open by itself. */
  readonly storeFiles: readonly string[]
}

/** Says on the window that another store is open. */
function refuseStore(window: BrowserWindow, file: string, locale: Locale): void {
  const words = texts[locale].desktop
  void dialog.showMessageBox(window, {
    type: 'info',
    message: words.otherStore,
    detail: fill(words.otherStoreDetail, { file }),
    buttons: [words.understood],
  })
}

/** A second start: the window comes to the front, a link is followed, and another store is refused with words. */
export function hearSecondStart(given: unknown, options: SecondStartOptions): void {
  const { log, windows, locale, storeFiles } = options
  const window = windows.front()
  const parsed = handed.safeParse(given)
  if (!parsed.success) return log.error('second start', 'what it handed over was refused')
  const line = readCommandLine(parsed.data.args, parsed.data.folder)
  if (line.refusedLinks > 0) log.error('security', 'link refused')
  const { storeFile } = line
  if (storeFile !== undefined && !storeFiles.some((each) => isSameFile(each, storeFile))) {
    log.info('second start', 'another store refused')
    refuseStore(window, storeFile, locale)
  } else if (line.page !== undefined) windows.show(window, line.page)
}
