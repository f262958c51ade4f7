import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { z } from 'zod'
import type { Locale } from '#shared/contract/setup.ts'
import type { Log } from './log.ts'
import { startUrl } from './origin.ts'

export interface WindowOptions {
  readonly title: string
  readonly locale: Locale
  readonly preload: string
  /** Where the size is remembered. */
  readonly stateFile: string
  readonly devTools: boolean
  readonly log: Log
}

const smallest = { width: 1024, height: 680 }
const first = { width: 1280, height: 800 }
/** The ground of the page, so that nothing flashes before it is painted. */
const ground = { light: '#ffffff', dark: '#1b1f24' }

const int = z.int()
const state = z.object({ x: int, y: int, width: int, height: int, maximized: z.boolean() })
type State = z.infer<typeof state>

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

/** The window of the product; shown once it has something to show. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const remembered = readState(options.stateFile)
  const window = new BrowserWindow({
    ...first,
    ...(remembered ? onScreen(remembered) : {}),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: options.title,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: pagePreferences(options.preload, options.devTools),
  })
  if (remembered?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => {
    const bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(options.stateFile, JSON.stringify(bounds))
    } catch {
      // A size that is not remembered is no reason not to close.
    }
  })
  const url = new URL(startUrl)
  url.searchParams.set('lang', options.locale)
  const load = () => window.loadURL(url.href).catch((error: unknown) => options.log.error('window', error))
  // What was typed is lost with a page that crashes; what was saved is not, and work can go on.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    options.log.error('window', `page gone: ${reason}`)
    if (!window.isDestroyed()) void load()
  })
  void load()
  return window
}

function readState(file: string): State | undefined {
  if (!existsSync(file)) return undefined
  try {
    return state.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** The screen of the last time may be gone, or smaller now. */
function onScreen({ x, y, width, height }: State) {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height })
  const fit = { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) }
  return {
    ...fit,
    x: Math.max(workArea.x, Math.min(x, workArea.x + workArea.width - fit.width)),
    y: Math.max(workArea.y, Math.min(y, workArea.y + workArea.height - fit.height)),
  }
}
