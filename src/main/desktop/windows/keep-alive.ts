import { app, dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { makeDeaths } from '#main/desktop/thread/deaths.ts'
import type { Log } from '#main/desktop/support/log.ts'

export interface KeptAlive {
  readonly locale: Locale
  readonly log: Log
  /** Loads the page anew, where it was. */
  readonly load: () => void
}

/** Lets a page that crashed come back by itself, asks when it keeps crashing, and offers to reload one that hangs. */
export function keepAlive(window: BrowserWindow, { locale, log, load }: KeptAlive): void {
  const words = texts[locale].desktop
  const deaths = makeDeaths()
  const again = () => {
    if (!window.isDestroyed()) load()
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return // it was closed
    log.error('window', `page gone: ${reason} ${exitCode}`)
    if (window.isDestroyed()) return
    if (!deaths.another()) return load()
    const asked: MessageBoxOptions = {
      type: 'error',
      message: words.pageGone,
      detail: fill(words.pageGoneDetail, { times: deaths.most }),
      buttons: [words.reload, words.quit],
      cancelId: 0,
    }
    void dialog.showMessageBox(window, asked).then(({ response }) => (response === 1 ? app.quit() : again()))
  })

  let asking: AbortController | undefined
  window.on('unresponsive', () => {
    log.error('window', 'page does not respond')
    if (asking) return
    asking = new AbortController()
    const asked: MessageBoxOptions = {
      type: 'warning',
      message: words.pageBusy,
      detail: words.pageBusyDetail,
      buttons: [words.wait, words.reload],
      cancelId: 0,
      signal: asking.signal,
    }
    void dialog.showMessageBox(window, asked).then(({ response }) => {
      asking = undefined
      // A page that hangs hears nothing: only the end of its process lets another one begin, which is a crash like any other.
      if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
    })
  })
  // It answers again by itself: the question goes.
  window.on('responsive', () => asking?.abort())
}
