// node scripts/run.mjs <command> [arguments]: runs a command that starts Electron, and sees to
//  - an Electron that starts (electron-runtime.mjs)
//  - a screen: an Xvfb of its own on a machine without one
//  - Chromium's sandbox under root: a user namespace with an ordinary uid, where the kernel grants one
import { spawn, spawnSync } from 'node:child_process'
import { ensureElectron } from './electron-runtime.mjs'
import { ensureLinuxPackages, hasDisplay } from './linux-deps.mjs'
import { isEntry, root, toolLine } from './tools.mjs'

const say = (text) => console.log(`[electron] ${text}`)

/** Runs `electron` or a tool that starts it; answers its exit code. */
export async function runWithElectron(command, args, { env = {} } = {}) {
  ensureLinuxPackages()
  const { binary } = await ensureElectron()
  const screen = hasDisplay() ? undefined : await startScreen()
  const line = command === 'electron' ? [binary, ...args] : toolLine(command, ...args)
  const sandbox = sandboxFor(line)
  if (command === 'electron' && sandbox.env) sandbox.line.splice(1, 0, '--no-sandbox')
  try {
    return await runToEnd(sandbox.line, { ...process.env, ...screen?.env, ...sandbox.env, ...env })
  } finally {
    screen?.stop()
  }
}

function startScreen() {
  // Detached, so that Ctrl-C ends the application before it ends the screen.
  const options = { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], options)
  return new Promise((resolve, reject) => {
    xvfb.once('error', () =>
      reject(new Error('no screen here, nor Xvfb. On Debian: node scripts/linux-deps.mjs')),
    )
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    let number = ''
    xvfb.stdio[3].setEncoding('utf8').on('data', (text) => {
      number += text
      if (!number.endsWith('\n')) return // the number and its newline come separately
      xvfb.stdio[3].destroy()
      const display = `:${number.trim()}`
      say(`no screen on this machine: running on a virtual one, Xvfb ${display}`)
      resolve({ env: { DISPLAY: display }, stop: () => xvfb.kill() })
    })
  })
}

function sandboxFor(line) {
  if (process.getuid?.() !== 0) return { line }
  const namespace = ['unshare', '--user', '--map-user=12345', '--map-group=12345', '--'] // a uid nobody has
  const trial = spawnSync(namespace[0], [...namespace.slice(1), 'unshare', '--user', 'true']) // Chromium makes one inside
  if (trial.status === 0) return { line: [...namespace, ...line] }
  say("root, and no user namespaces: Chromium's sandbox is OFF")
  // Read by electron-vite and by the launch fixture of the tests.
  return { line: [...line], env: { NO_SANDBOX: '1' } }
}

function runToEnd(line, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(line[0], line.slice(1), { cwd: root, env, stdio: 'inherit' })
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM']) process.off(each, pass)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

if (isEntry(import.meta)) {
  const [command, ...args] = process.argv.slice(2)
  process.exitCode = await runWithElectron(command, args).catch((error) => {
    console.error(`[electron] ${error.message}`)
    return 1
  })
}
