import { BrowserWindow, powerSaveBlocker, screen } from 'electron'
import type { Locale } from '#shared/contract/setup.ts'
import type { Log } from '#main/desktop/support/log.ts'
import { startUrl } from '#main/desktop/pages/origin.ts'
import { pagePreferences } from './window.ts'

export interface BoardOptions {
  readonly locale: Locale
  readonly preload: string
  readonly devTools: boolean
  readonly log: Log
}

/** The second window: 轮排 on the big screen of the showroom. There is at most one. */
export interface Board {
  /** Opens it, or brings it to the front, beside the window that asks, whose session it shows; answers whether it fills another display. */
  readonly open: (beside: BrowserWindow, from: string | undefined) => boolean
  readonly isOpen: () => boolean
  readonly close: () => void
}

const first = { width: 1280, height: 720 }
/** The ground of the board, whatever the colours of the other window. */
const ground = '#0b0f14'

/** A display other than the one on which a window stands; undefined where there is but one. */
const displayBeside = (window: BrowserWindow) => {
  const here = screen.getDisplayMatching(window.getBounds())
  return screen.getAllDisplays().find(({ id }) => id !== here.id)
}

/** It shows the same pages with the same guards (S1), goes with the window that opened it, and leaves no trace of its own. */
export function makeBoard({ locale, preload, devTools, log }: BoardOptions): Board {
  let board: BrowserWindow | undefined

  function make(beside: BrowserWindow, from = ''): BrowserWindow {
    const display = displayBeside(beside)
    const made = new BrowserWindow({
      ...(display?.bounds ?? first),
      show: false,
      autoHideMenuBar: true,
      fullscreen: display !== undefined,
      backgroundColor: ground,
      webPreferences: pagePreferences(preload, devTools),
    })
    made.once('ready-to-show', () => made.show())
    made.on('page-title-updated', (event) => event.preventDefault())
    const url = new URL(startUrl)
    url.searchParams.set('lang', locale)
    url.searchParams.set('window', 'board')
    url.searchParams.set('from', from)
    url.hash = '#/board'
    const load = () => made.loadURL(url.href).catch((error: unknown) => log.error('board', error))
    // Whatever is wrong with it, it is a picture on a wall: it goes, and can be opened again.
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('board', `page gone: ${reason}`)
      if (!made.isDestroyed()) made.destroy()
    })
    // Nobody touches a wall: the display would go to sleep.
    const awake = powerSaveBlocker.start('prevent-display-sleep')
    const leave = () => !made.isDestroyed() && made.close()
    beside.once('closed', leave)
    made.once('closed', () => {
      powerSaveBlocker.stop(awake)
      beside.off('closed', leave)
      board = undefined
    })
    void load()
    return made
  }

  return {
    open: (beside, from) => {
      if (board && !board.isDestroyed()) {
        if (board.isMinimized()) board.restore()
        board.focus()
      } else board = make(beside, from)
      return displayBeside(beside) !== undefined
    },
    isOpen: () => board !== undefined && !board.isDestroyed(),
    close: () => {
      if (board && !board.isDestroyed()) board.close()
    },
  }
}
