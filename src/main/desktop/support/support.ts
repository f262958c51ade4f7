import { dialog, type BrowserWindow } from 'electron'
import type { DesktopChoices } from '#shared/contract/desktop.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import { systemClock } from '#main/platform/clock.ts'
import type { ApplicationThread } from '#main/desktop/thread/application-thread.ts'
import type { Dialogs } from '#main/desktop/windows/dialogs.ts'
import type { Log } from './log.ts'
import { machineFacts } from '#main/desktop/machine/machine-facts.ts'
import { factsFile, readLogs, zipOf, type SupportFile } from './support-files.ts'

export interface SupportOptions {
  readonly locale: Locale
  readonly dialogs: Dialogs
  readonly log: Log
  readonly dataFolder: string
  readonly thread: Pick<ApplicationThread, 'facts'>
  readonly choices: () => DesktopChoices
}

/** Shows what is collected, asks where to save it, and writes it; null when the person gives up, else the file. */
export type CollectSupport = (window: BrowserWindow) => Promise<string | null>

export function makeSupport(options: SupportOptions): CollectSupport {
  const { locale, dialogs, log, dataFolder, thread, choices } = options
  const words = texts[locale].desktop
  const sizeOf = (text: string) => Math.max(1, Math.round(Buffer.byteLength(text) / 1024))
  const whatIs = ({ name, kind, text }: SupportFile) =>
    fill(words.supportItem, {
      what: fill(words.supportWhat[kind], { name: name.replace('logs/', '') }),
      size: sizeOf(text),
    })

  return async (window) => {
    const files = [
      factsFile('machine', machineFacts(dataFolder, choices())),
      factsFile('store', (await thread.facts()) ?? { state: 'no answer' }),
      ...readLogs(log.folder),
    ]
    const { response } = await dialog.showMessageBox(window, {
      type: 'info',
      message: words.support,
      detail: [...files.map(whatIs), '', words.supportDetail].join('\n'),
      buttons: [words.save, words.cancel],
      cancelId: 1,
      defaultId: 0,
    })
    if (response !== 0) return null
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const name = `${fill(words.supportName, { on: businessDateAt(systemClock.now(), zone) })}.zip`
    const file = await dialogs.saveFile(window, name, 'support')
    if (file === null) return null
    await dialogs.write(file, zipOf(files))
    log.info('support', `collected ${files.length} files`)
    return file
  }
}
