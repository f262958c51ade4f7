import { noteUncaught } from './desktop/early.ts' // first, so that an error of the others is heard
import path from 'node:path'
import { app, powerMonitor, session, type BrowserWindow } from 'electron'
import { channels } from '#shared/contract/desktop.ts'
import { startApplicationThread } from './desktop/application-thread.ts'
import { makeBoard } from './desktop/board-window.ts'
import { readCommandLine } from './desktop/command-line.ts'
import { answerDesktopCalls } from './desktop/desktop-calls.ts'
import { makeDialogs, tellGone } from './desktop/dialogs.ts'
import { makeLog } from './desktop/log.ts'
import { setMenu } from './desktop/menu.ts'
import { passPortsOn } from './desktop/ports.ts'
import { registerScheme, servePages } from './desktop/protocol.ts'
import { guardPages, guardSession } from './desktop/security.ts'
import { startLine } from './desktop/start-line.ts'
import { openWindow } from './desktop/window.ts'

/** The desktop application put together: one window, and the store on a thread of its own. */
function run(): void {
  const out = path.join(import.meta.dirname, '..')
  const userData = app.getPath('userData')
  const log = makeLog(path.join(userData, 'logs'))
  const line = readCommandLine(process.argv, process.cwd())
  const locale =
    line.locale ?? (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en')
  const devTools = !app.isPackaged
  let window: BrowserWindow | undefined

  // Before anything else: it opens the store while Electron gets ready.
  const thread = startApplicationThread({
    script: path.join(import.meta.dirname, 'thread.js'),
    data: {
      dataFolder: path.join(userData, 'data'),
      migrationsFolder: path.join(app.getAppPath(), 'drizzle'),
      storeFile: line.storeFile,
      locale,
      openDemoIfEmpty: line.openDemoIfEmpty,
    },
    log,
    progress: (message) => {
      if (window && !window.isDestroyed()) window.webContents.send(channels.push, message)
    },
    gaveUp: () => void tellGone(locale).then(() => app.quit()),
  })
  let told = false
  const usable = () => {
    if (told) return
    told = true
    void thread.summary().then((summary) => console.log(startLine(summary, process.versions.electron)))
    thread.tick()
  }

  guardPages(log)
  app.on('second-instance', () => {
    if (!window || window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void thread.close().then(() => {
      closed = true
      app.quit()
    })
  })

  void app.whenReady().then(() => {
    // Ctrl-C may arrive twice, and with Electron's own handlers the second one ends us before the store is closed.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
    guardSession(session.defaultSession, log)
    servePages(session.defaultSession, path.join(out, 'renderer'))
    passPortsOn(thread, log)
    setMenu({ locale, logFolder: log.folder, devTools })
    powerMonitor.on('resume', thread.tick)
    const preload = path.join(out, 'preload', 'index.cjs')
    const board = makeBoard({ locale, preload, devTools, log })
    answerDesktopCalls({ dialogs: makeDialogs(locale), log, board, usable })
    window = openWindow({
      title: app.getName(),
      locale,
      preload,
      stateFile: path.join(userData, 'window.json'),
      devTools,
      log,
    })
    noteUncaught((error) => log.error('uncaught', error))
  })
}

registerScheme()
// It would take `--no-sandbox` back from the children only, and they refuse to start as root without it: in a container
// without user namespaces the window would never come. Whoever writes the command line may switch the sandbox off.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (app.requestSingleInstanceLock()) run()
else {
  console.log('[showroom] runs already: its window comes to the front')
  app.quit()
}
