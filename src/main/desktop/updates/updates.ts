import { existsSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { UpdateAct, UpdateStatus } from '#shared/contract/update-status.ts'
import { readUpdateSource } from '#main/platform/update-source.ts'
import { systemClock } from '#main/platform/clock.ts'
import type { Log } from '#main/desktop/support/log.ts'
import { lendFolder, type LentFolder } from './update-folder.ts'

export interface UpdatesOptions {
  /** What the open store has set; null where nothing is. */
  readonly source: () => Promise<string | null>
  /** Closes the store and whatever else must be closed before the program is replaced. */
  readonly beforeInstall: () => Promise<void>
  readonly tell: (status: UpdateStatus) => void
  readonly log: Log
}

/** New versions of the program: looked for, offered, and taken only when a person says so. */
export interface Updates extends Readonly<Record<UpdateAct, () => Promise<UpdateStatus>>> {
  /** Looks a while after the start, and every day. */
  readonly watch: () => void
}

/** Long after everything that a start has to do, in milliseconds. */
const firstLook = 60_000
const looksEvery = 24 * 60 * 60_000

/** Whether this copy was installed, so that an installer can replace it: not while it is developed, nor out of a bare folder. */
const isInstalled = () =>
  app.isPackaged &&
  (process.platform !== 'linux' ||
    Boolean(process.env['APPIMAGE']) ||
    existsSync(path.join(process.resourcesPath, 'package-type')))

export function makeUpdates({ source, beforeInstall, tell, log }: UpdatesOptions): Updates {
  let status: UpdateStatus = {
    state: 'off',
    version: null,
    size: null,
    done: 0,
    problem: null,
    checkedAt: null,
  }
  let busy = false
  let bound:
    | { readonly source: string; readonly engine: AppUpdater; readonly folder?: LentFolder }
    | undefined

  const become = (change: Partial<UpdateStatus>): UpdateStatus => {
    status = { ...status, problem: null, ...change }
    tell(status)
    return status
  }
  const unbind = () => {
    bound?.folder?.close()
    bound = undefined
  }

  /** The updater for what the store has set by now; undefined where it has set nothing. */
  async function bind(): Promise<AppUpdater | undefined> {
    const asked = await source()
    const read = asked === null ? undefined : readUpdateSource(asked)
    if (asked === null || !read) {
      unbind()
      return undefined
    }
    if (bound?.source === asked) return bound.engine
    unbind()
    const { makeEngine } = await import('./update-engine.ts')
    const folder = read.kind === 'folder' ? await lendFolder(read.path) : undefined
    const engine = makeEngine(read.kind === 'address' ? read.url : (folder?.url ?? ''), log)
    engine.removeAllListeners('download-progress').on('download-progress', ({ transferred }) => {
      const done = Math.min(1, transferred / (status.size ?? transferred))
      if (done - status.done >= 0.01) become({ done })
    })
    // It also throws what it emits; unheard, an `error` would end the process.
    engine.removeAllListeners('error').on('error', () => undefined)
    bound = folder ? { source: asked, engine, folder } : { source: asked, engine }
    return engine
  }

  /** One thing at a time; a failure is a status, never an error. */
  async function alone(work: () => Promise<UpdateStatus>): Promise<UpdateStatus> {
    if (busy) return status
    busy = true
    try {
      return await work()
    } catch (error) {
      log.error('update', error)
      const { problemOf } = await import('./update-engine.ts')
      return become({ state: 'failed', problem: problemOf(error), done: 0 })
    } finally {
      busy = false
    }
  }

  const check = () =>
    alone(async () => {
      if (status.state === 'ready') return status
      const none = { version: null, size: null, done: 0 }
      const engine = isInstalled() ? await bind() : undefined
      if (!engine) {
        const state = (await source()) === null ? 'off' : 'not_installed'
        return become({ ...none, state })
      }
      become({ ...none, state: 'checking' })
      const found = await engine.checkForUpdates()
      const checkedAt = systemClock.now()
      if (!found?.isUpdateAvailable) return become({ state: 'current', checkedAt })
      const { version, files } = found.updateInfo
      return become({ state: 'available', version, size: files[0]?.size ?? null, checkedAt })
    })

  return {
    look: () => Promise.resolve(status),
    check,
    download: () =>
      alone(async () => {
        const engine = bound?.engine
        if (!engine || !status.version || !['available', 'failed'].includes(status.state)) return status
        become({ state: 'downloading', done: 0 })
        await engine.downloadUpdate()
        return become({ state: 'ready', done: 1 })
      }),
    install: () =>
      alone(async () => {
        const engine = bound?.engine
        if (!engine || status.state !== 'ready') return status
        become({ state: 'installing' })
        await beforeInstall()
        unbind()
        // The new version is started while this one still goes: it must not find the place taken.
        app.releaseSingleInstanceLock()
        let failed = false
        engine.once('error', () => (failed = true))
        engine.quitAndInstall(true, true)
        if (failed) {
          log.error('update', 'the installer did not start: this version starts again')
          app.relaunch()
          app.quit()
        }
        return status
      }),
    watch: () => {
      setTimeout(() => void check(), firstLook).unref()
      setInterval(() => void check(), looksEvery).unref()
    },
  }
}
