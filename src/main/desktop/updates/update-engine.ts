import { session, type Session } from 'electron'
import updater, { type AppUpdater, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater'
import provider, { type ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js'
import type { UpdateProblem } from '#shared/contract/update-status.ts'
import type { Log } from '#main/desktop/support/log.ts'

/** electron-updater, bound to one source: loaded only where a store has set one. */

/** A description of a release is some hundred bytes; more than this is something else. */
const longestDescription = 256 * 1024
/** No installer of this product comes near it. */
const largestInstaller = 1024 * 1024 * 1024
/** How long the source may take to describe what it has, in milliseconds. */
const patience = 20_000

/** Why something about an update did not work, in a word that the screens know. */
export class UpdateFault extends Error {
  readonly problem: UpdateProblem
  constructor(problem: UpdateProblem, detail: string) {
    super(`${problem}: ${detail}`)
    this.problem = problem
  }
}

/** What the session refused last: the updater only hears that something was blocked. */
let refused: UpdateProblem = 'unknown'
const refuse = (problem: UpdateProblem, log: Log) => {
  refused = problem
  log.error('security', `the updater was refused: ${problem}`)
}

/** The session of the updater, which is none of a page. It reaches what lies below the source, and nothing else (S1). */
function guardedSession(base: string, log: Log): Session {
  const own = session.fromPartition('electron-updater', { cache: false })
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const isBelow = url.startsWith(base)
    if (!isBelow) refuse('elsewhere', log)
    answer({ cancel: !isBelow })
  })
  // What says how long it is, Chromium reads no further; what does not say could fill the disk.
  own.webRequest.onHeadersReceived(({ url, responseHeaders, statusCode }, answer) => {
    const length = Object.entries(responseHeaders ?? {}).find(
      ([name]) => name.toLowerCase() === 'content-length',
    )
    const isInstaller = statusCode === 200 && !new URL(url).pathname.endsWith('.yml')
    const fits = !isInstaller || Number(length?.[1][0] ?? Infinity) <= largestInstaller
    if (!fits) refuse('too_large', log)
    answer({ cancel: !fits })
  })
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  return own
}

/** Reads the description of the newest release, as much of it as one can be long. */
async function readDescription(own: Session, url: URL): Promise<string> {
  const signal = AbortSignal.timeout(patience)
  const response = await own
    .fetch(url.href, { signal, redirect: 'error', cache: 'no-store' })
    .catch((error: unknown) => {
      throw new UpdateFault('unreachable', String(error))
    })
  if (!response.ok || !response.body) throw new UpdateFault('no_release', `answered ${response.status}`)
  const reader = response.body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new UpdateFault('unreachable', String(error))
    })
    if (done) return Buffer.concat(parts).toString('utf8')
    parts.push(value)
    length += value.length
    if (length <= longestDescription) continue
    await reader.cancel()
    throw new UpdateFault('too_large', 'the description of the release')
  }
}

/** Makes the updater of this system ask one source. */
export function makeEngine(base: string, log: Log): AppUpdater {
  const own = guardedSession(base, log)

  class StoreProvider extends provider.Provider<UpdateInfo> {
    // electron-updater makes it, and hands over its own options first.
    constructor(_options: unknown, _updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super({ ...runtime, isUseMultipleRangeRequest: false })
    }
    async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`
      const url = new URL(name, base)
      const text = await readDescription(own, url)
      let info: UpdateInfo
      try {
        info = provider.parseUpdateInfo(text, name, url)
        this.resolveFiles(info)
      } catch (error) {
        throw error instanceof UpdateFault ? error : new UpdateFault('no_release', String(error))
      }
      return info
    }
    resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
      const files = provider.resolveFiles(info, new URL(base))
      for (const { url, info: said } of files) {
        if (!url.href.startsWith(base)) throw new UpdateFault('elsewhere', url.href)
        if (!said.sha512) throw new UpdateFault('no_release', 'without a digest')
        if ((said.size ?? 0) > largestInstaller) throw new UpdateFault('too_large', `${said.size} bytes`)
      }
      return files
    }
  }

  const { autoUpdater } = updater
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = false
  autoUpdater.autoRunAppAfterInstall = true
  autoUpdater.allowDowngrade = false
  autoUpdater.allowPrerelease = false
  autoUpdater.disableWebInstaller = true
  // A part of an old installer is no source anybody vouched for.
  autoUpdater.disableDifferentialDownload = true
  autoUpdater.isUserWithinRollout = () => true
  autoUpdater.logger = {
    info: () => undefined,
    warn: (text) => log.info('update', String(text)),
    error: (text) => log.error('update', String(text)),
  }
  autoUpdater.setFeedURL({ provider: 'custom', updateProvider: StoreProvider })
  return autoUpdater
}

/** The word for whatever electron-updater, the network or the disk said. */
export function problemOf(error: unknown): UpdateProblem {
  if (error instanceof UpdateFault) return error.problem
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === 'ERR_CHECKSUM_MISMATCH' || message.includes('checksum mismatch')) return 'damaged'
  if (message.includes('ERR_BLOCKED_BY_CLIENT')) return refused
  if (code.startsWith('ERR_UPDATER')) return 'no_release'
  if (code === 'ENOSPC' || code === 'EROFS' || code === 'EACCES') return 'disk'
  if (message.includes('net::') || code.startsWith('HTTP_ERROR') || /^E[A-Z]+$/.test(code))
    return 'unreachable'
  return 'unknown'
}
