import { noteUncaught } from './desktop/early.ts' // first, so that an error of the others is heard
import path from 'node:path'
import { app, session, type BrowserWindow } from 'electron'
import { linkScheme, pageOfLink } from '#shared/contract/pages.ts'
import { startApplicationThread } from './desktop/thread/application-thread.ts'
import { showBadge } from './desktop/notices/badge.ts'
import { makeBoard } from './desktop/windows/board-window.ts'
import { tellWindowsWhoThisIs } from './desktop/machine/app-id.ts'
import { openChoices } from './desktop/machine/choices.ts'
import { readCommandLine } from './desktop/command-line.ts'
import { answerDesktopCalls } from './desktop/pages/desktop-calls.ts'
import { makeDialogs, tellBackingUp, tellGone } from './desktop/windows/dialogs.ts'
import { makeLog } from './desktop/support/log.ts'
import { makeMachineSettings } from './desktop/machine/machine-settings.ts'
import { setMenu } from './desktop/windows/menu.ts'
import { makePageProblems } from './desktop/windows/page-problems.ts'
import { passPortsOn } from './desktop/pages/ports.ts'
import { followPower } from './desktop/machine/power.ts'
import { registerScheme, servePages } from './desktop/pages/protocol.ts'
import { makeReminders } from './desktop/notices/reminders.ts'
import { hearSecondStart, thisStart } from './desktop/windows/second-start.ts'
import { guardPages, guardSession } from './desktop/pages/security.ts'
import { startLine } from './desktop/start-line.ts'
import { makeSupport } from './desktop/support/support.ts'
import { openToldNotices } from './desktop/notices/told-notices.ts'
import { makeTray } from './desktop/notices/tray.ts'
import { makeUpdates } from './desktop/updates/updates.ts'
import { makeWindows, type Windows } from './desktop/windows/windows.ts'

/** The desktop application put together: its windows, and the store on a thread of its own. */
function run(): void {
  const out = path.join(import.meta.dirname, '..')
  const userData = app.getPath('userData')
  const log = makeLog(path.join(userData, 'logs'))
  const line = readCommandLine(process.argv, process.cwd())
  const locale =
    line.locale ?? (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en')
  const devTools = !app.isPackaged
  const dataFolder = path.join(userData, 'data')
  let windows: Windows | undefined
  const backedUp = new AbortController()

  // Before anything else: it opens the store while Electron gets ready.
  const thread = startApplicationThread({
    script: path.join(import.meta.dirname, 'thread.js'),
    data: {
      dataFolder,
      migrationsFolder: path.join(app.getAppPath(), 'drizzle'),
      storeFile: line.storeFile,
      locale,
      openDemoIfEmpty: line.openDemoIfEmpty,
    },
    log,
    progress: (message) => windows?.tell(message),
    backingUp: (leave) =>
      void tellBackingUp(locale, backedUp.signal).then((leaves) => {
        if (leaves) leave()
      }),
    gaveUp: () => void tellGone(locale).then(() => app.quit()),
  })
  let told = false
  const usable = (window: BrowserWindow) => {
    windows?.noteUsable(window)
    if (told) return
    told = true
    void thread.summary().then((summary) => console.log(startLine(summary, process.versions.electron)))
    thread.tick()
  }

  guardPages(log)
  if (line.refusedLinks > 0) log.error('security', 'link refused')
  let asked = line.page
  app.on('open-url', (event, link) => {
    event.preventDefault()
    const page = pageOfLink(link)
    if (page === undefined) log.error('security', 'link refused')
    else if (windows) windows.show(windows.front(), page)
    else asked = page
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.error('process', `${type} gone: ${reason} ${exitCode}`),
  )
  app.on('before-quit', () => windows?.noteQuitting())
  app.on('window-all-closed', () => app.quit())
  // On a Mac: its icon was clicked while the windows are hidden.
  app.on('activate', () => void windows?.front())
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void thread.close().then(() => {
      closed = true
      backedUp.abort()
      // Not in the same breath: a thread that is dead closes at once, and Electron hears no `quit` while it still asks whether it may.
      setImmediate(() => app.quit())
    })
  })

  void app.whenReady().then(() => {
    // Ctrl-C may arrive twice, and with Electron's own handlers the second one ends us before the store is closed.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
    guardSession(session.defaultSession, log)
    servePages(session.defaultSession, path.join(out, 'renderer'))
    passPortsOn(thread, log)
    const preload = path.join(out, 'preload', 'index.cjs')
    const choices = openChoices(path.join(userData, 'desktop.json'))
    const board = makeBoard({ locale, preload, devTools, log })
    const dialogs = makeDialogs(locale)
    const collectSupport = makeSupport({ locale, dialogs, log, dataFolder, thread, choices: choices.current })
    const opened = makeWindows({
      title: app.getName(),
      locale,
      preload,
      stateFile: path.join(userData, 'windows.json'),
      devTools,
      log,
      board,
      reopenBoard: () => choices.current().reopenBoard,
      staysInTray: () => tray.shown && choices.current().closeToTray,
    })
    windows = opened
    const tray = makeTray({
      locale,
      name: app.getName(),
      log,
      open: () => void opened.front(),
      openToDo: () => opened.show(opened.front(), '/to-do'),
      newWindow: () => opened.openBeside(undefined),
      lock: () => opened.tell({ type: 'lock' }),
      quit: () => app.quit(),
    })
    const reminders = makeReminders({
      locale,
      told: openToldNotices(path.join(userData, 'reminders.json')),
      choices: choices.current,
      show: opened.show,
      count: (open) => {
        tray.count(open)
        showBadge(open, opened.all(), locale)
      },
    })
    setMenu({
      locale,
      logFolder: log.folder,
      devTools,
      newWindow: opened.openBeside,
      collectSupport: (window) =>
        void collectSupport(window).catch((error: unknown) => log.error('support', error)),
    })
    followPower({ tick: thread.tick, lock: () => opened.tell({ type: 'lock' }) })
    const updates = makeUpdates({
      source: async () => {
        const summary = await thread.summary()
        return summary.state === 'open' ? summary.updateSource : null
      },
      beforeInstall: thread.close,
      tell: (status) => opened.tell({ type: 'update', status }),
      log,
    })
    updates.watch()
    answerDesktopCalls({
      dialogs,
      log,
      board,
      windows: opened,
      settings: makeMachineSettings(choices, tray, log),
      reminders,
      collectSupport,
      updates,
      noteProblem: makePageProblems(log),
      usable,
    })
    const storeFiles = line.storeFile === undefined ? [path.join(dataFolder, 'store.db')] : [line.storeFile]
    app.on('second-instance', (_event, _args, _folder, given) =>
      hearSecondStart(given, { locale, log, windows: opened, storeFiles }),
    )
    // An installed application only: in development the link would start an Electron without one.
    if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--'])
    opened.openRemembered(asked)
    noteUncaught((error) => log.error('uncaught', error))
    log.info(
      'start',
      `${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
    )
  })
}

registerScheme()
tellWindowsWhoThisIs(app)
// It would take `--no-sandbox` back from the children only, and they refuse to start as root without it: in a container
// without user namespaces the window would never come. Whoever writes the command line may switch the sandbox off.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (app.requestSingleInstanceLock(thisStart())) run()
else {
  console.log('[showroom] runs already: its window comes to the front')
  app.quit()
}
