import { BrowserWindow } from 'electron'
import { channels, type DesktopMessage } from '#shared/contract/desktop.ts'
import type { Board } from './board-window.ts'
import { readSmallFile, writeSmallFile } from '#main/desktop/machine/small-file.ts'
import { windowsSchema, type RememberedWindows } from './window-states.ts'
import { openWindow, stateOf, type OneWindow, type WindowOptions } from './window.ts'

export interface WindowsOptions extends WindowOptions {
  /** Where the windows are remembered. */
  readonly stateFile: string
  readonly board: Board
  readonly reopenBoard: () => boolean
  /** Closing the last window leaves the application in the tray. */
  readonly staysInTray: () => boolean
}

/** The windows of the product: any number, each of which may have a session of its own. The board is none of them. */
export interface Windows {
  /** Opens those that were remembered, or the first one; it begins on `page` if there is one. */
  readonly openRemembered: (page?: string) => void
  /** One more, with the session of the window beside it. */
  readonly openBeside: (window: BrowserWindow | undefined) => void
  readonly all: () => readonly BrowserWindow[]
  /** Brings the window used last to the front; opens one where there is none. */
  readonly front: () => BrowserWindow
  /** Brings a window to the front on a page; one that is still loading goes there when it can. */
  readonly show: (window: BrowserWindow, page: string) => void
  /** Tells every page. */
  readonly tell: (message: DesktopMessage) => void
  /** The name of a window, by which another page finds the session that it opens with. */
  readonly nameOf: (window: BrowserWindow) => string | undefined
  /** A page can be used. */
  readonly noteUsable: (window: BrowserWindow) => void
  /** From now on closing a window is the end of the application: all are remembered as they stand. */
  readonly noteQuitting: () => void
}

const first = '1'
/** Milliseconds after which a change of a window is written down. */
const settled = 1_000

export function makeWindows(options: WindowsOptions): Windows {
  const { stateFile, board, log } = options
  const open = new Map<BrowserWindow, { readonly name: string; usable: boolean; page?: string | undefined }>()
  let lastUsed: BrowserWindow | undefined
  let quitting = false
  let made = 0
  let saving: NodeJS.Timeout | undefined

  const all = () => [...open.keys()].filter((window) => !window.isDestroyed())
  const save = () => {
    clearTimeout(saving)
    saving = undefined
    const windows = all()
    if (windows.length === 0) return
    const remembered: RememberedWindows = {
      windows: windows.map(stateOf),
      zoom: windows[0]?.webContents.getZoomFactor() ?? 1,
      board: board.isOpen(),
    }
    if (!writeSmallFile(stateFile, remembered)) log.error('window', 'the windows could not be remembered')
  }
  const saveSoon = () => {
    saving ??= setTimeout(save, settled)
  }

  function make(one: Omit<OneWindow, 'name'>, zoom = 1): BrowserWindow {
    made += 1
    const name = made === 1 ? first : `${made}`
    const window = openWindow(options, { ...one, name })
    open.set(window, { name, usable: false })
    lastUsed ??= window
    window.on('focus', () => (lastUsed = window))
    window.on('resize', saveSoon)
    window.on('move', saveSoon)
    window.webContents.on('did-navigate-in-page', saveSoon)
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      const known = open.get(window)
      if (known && isMainFrame && !isSameDocument) known.usable = false
    })
    // The zoom belongs to all pages of one origin, so the first one's is everybody's.
    if (zoom !== 1) window.webContents.once('dom-ready', () => window.webContents.setZoomFactor(zoom))
    window.on('close', (event) => {
      if (quitting) return
      if (all().length > 1) return
      if (options.staysInTray()) {
        event.preventDefault()
        window.hide()
      }
      save()
    })
    window.once('closed', () => {
      open.delete(window)
      if (lastUsed === window) lastUsed = all()[0]
      // Closed by hand while others stay, it is not wanted back.
      if (!quitting) save()
    })
    return window
  }

  function bring(window: BrowserWindow): BrowserWindow {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }
  const front = () => bring(lastUsed && !lastUsed.isDestroyed() ? lastUsed : (all()[0] ?? make({})))
  const send = (window: BrowserWindow, message: DesktopMessage) => {
    if (!window.isDestroyed()) window.webContents.send(channels.push, message)
  }

  return {
    openRemembered: (page) => {
      const remembered = readSmallFile(stateFile, windowsSchema)
      const states = remembered?.windows ?? []
      const main = make({ state: states[0], page }, remembered?.zoom)
      for (const state of states.slice(1)) make({ state, from: first })
      if (remembered?.board && options.reopenBoard())
        main.webContents.once('did-finish-load', () => board.open(main, first))
    },
    openBeside: (window) => {
      const beside = window ?? lastUsed
      const from = beside && open.get(beside)?.name
      make({ from })
      saveSoon()
    },
    all,
    front,
    show: (window, page) => {
      bring(window)
      const known = open.get(window)
      if (known?.usable) send(window, { type: 'navigate', to: page })
      else if (known) known.page = page
    },
    tell: (message) => {
      for (const window of BrowserWindow.getAllWindows()) send(window, message)
    },
    nameOf: (window) => open.get(window)?.name,
    noteUsable: (window) => {
      const known = open.get(window)
      if (!known) return
      known.usable = true
      if (known.page !== undefined) send(window, { type: 'navigate', to: known.page })
      known.page = undefined
    },
    noteQuitting: () => {
      if (quitting) return
      save()
      quitting = true
    },
  }
}
