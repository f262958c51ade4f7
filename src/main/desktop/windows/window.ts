import { BrowserWindow, nativeTheme, screen } from 'electron'
import { plainPage } from '#shared/contract/pages.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { keepAlive } from './keep-alive.ts'
import type { Log } from '#main/desktop/support/log.ts'
import { startUrl } from '#main/desktop/pages/origin.ts'
import { fitInto, type WindowState } from './window-states.ts'

export interface WindowOptions {
  readonly title: string
  readonly locale: Locale
  readonly preload: string
  readonly devTools: boolean
  readonly log: Log
}

/** What one window is opened with. */
export interface OneWindow {
  /** Its name among the windows; it is the same after a reload. */
  readonly name: string
  /** The window whose session it opens with. */
  readonly from?: string | undefined
  readonly state?: WindowState | undefined
  /** Where it begins, once somebody is signed in. */
  readonly page?: string | undefined
}

const smallest = { width: 1024, height: 680 }
const first = { width: 1280, height: 800 }
/** The ground of the page, so that nothing flashes before it is painted. */
const ground = { light: '#ffffff', dark: '#1b1f24' }

/** What every page of the product may, and may not (S1). */
export const pagePreferences = (preload: string, devTools: boolean) => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  spellcheck: false, // its dictionaries would be fetched from elsewhere
  devTools,
})

/** The page of a window, as its address says it. */
const pageOf = (window: BrowserWindow): string => {
  const url = window.webContents.getURL()
  return url === '' ? '' : new URL(url).hash.slice(1)
}

/** A window of the product; shown once it has something to show. */
export function openWindow(
  options: WindowOptions,
  { name, from, state, page = state?.page ?? '' }: OneWindow,
): BrowserWindow {
  const window = new BrowserWindow({
    ...first,
    ...(state ? fitInto(screen.getDisplayMatching(state).workArea, state) : {}),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: options.title,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: pagePreferences(options.preload, options.devTools),
  })
  if (state?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  const load = (hash: string) => {
    const url = new URL(startUrl)
    url.searchParams.set('lang', options.locale)
    url.searchParams.set('window', name)
    if (from !== undefined) url.searchParams.set('from', from)
    url.hash = hash
    void window.loadURL(url.href).catch((error: unknown) => options.log.error('window', error))
  }
  // It comes back where it was: what was typed there is kept by the page.
  keepAlive(window, { ...options, load: () => load(pageOf(window)) })
  load(page)
  return window
}

/** How a window stands now. */
export const stateOf = (window: BrowserWindow): WindowState => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
  page: plainPage(pageOf(window)) ?? null,
})
