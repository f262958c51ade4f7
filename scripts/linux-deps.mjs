// node scripts/linux-deps.mjs: sees to the Debian packages that Electron needs where there is no desktop.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { isEntry } from './tools.mjs'

const ELECTRON = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'] // everything else comes as their dependencies
const DISPLAY = ['xvfb', 'fonts-wqy-microhei'] // a screen, and Chinese characters on it
const TWIN = ['gcc', 'libc6-dev'] // only for the stand-in Electron's better-sqlite3, see electron-fallback/sqlite-twin.mjs
/** What the proofs need besides: a record of what reaches the disk, for the power cut (P1). */
export const forProofs = ['strace']

/** Whether windows have a screen here. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const isInstalled = (name) =>
  [name, `${name}t64`].some((each) => {
    const asked = spawnSync('dpkg-query', ['-W', '-f=${Status}', each], { encoding: 'utf8' })
    return asked.stdout?.includes('ok installed')
  })

/** Installs what is missing when root on Debian; otherwise prints the command to run. Never fails: whoever needs a package says so. */
export function ensureLinuxPackages(more = []) {
  if (process.platform !== 'linux' || !fs.existsSync('/etc/debian_version')) return
  const isRoot = process.getuid() === 0
  // Somebody at a desktop of their own is asked for no more than Electron itself needs.
  const needed = isRoot || !hasDisplay() ? [...ELECTRON, ...DISPLAY, ...TWIN] : ELECTRON
  const missing = [...needed, ...more].filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing]
  if (!isRoot) {
    console.log(`[packages] not installed: ${missing.join(' ')}\n  sudo ${install.join(' ')}`)
    return
  }
  console.log(`[packages] installing ${missing.join(' ')} ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  for (const line of [
    ['apt-get', 'update', '-qq', ...wait],
    [...install, ...wait],
  ]) {
    const done = spawnSync(line[0], line.slice(1), { env, encoding: 'utf8' })
    if (done.status !== 0) console.log(`[packages] ${line.join(' ')} failed:\n${done.stderr || done.error}`)
  }
}

if (isEntry(import.meta)) ensureLinuxPackages()
