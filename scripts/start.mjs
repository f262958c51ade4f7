// npm start [-- arguments for the application]: everything the application needs, its build, and its window.
import { hasDisplay } from './linux-deps.mjs'
import { runWithElectron } from './run.mjs'
import { root, runLine, toolLine } from './tools.mjs'

const startedAt = performance.now()
const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
const args = process.argv.slice(2)

const build = await runLine(toolLine('electron-vite', 'build', '--logLevel', 'warn'))
if (build.code !== 0) process.exit(build.code)
console.log(`[start] built in ${seconds()}`)
// On a screen that nobody can click at, an empty start page would help no one: the demo store opens.
if (!hasDisplay()) {
  args.push('--open-demo-if-empty')
  console.log('[start] no screen here: the window opens on a virtual one; Ctrl-C ends the application')
}
process.exitCode = await runWithElectron('electron', ['--log-level=3', root, ...args]).catch((error) => {
  console.error(`[start] ${error.message}`)
  return 1
})
