// How the scripts here find and start the tools of node_modules: always the JavaScript entry under Node,
// never a .bin shim, so that Windows behaves as Linux does.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.dirname(import.meta.dirname)
export const modules = path.join(root, 'node_modules')

const ownNode = path.join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
/** The Node every tool runs on: the one installed as a dependency, whichever Node started us. */
export const node = fs.existsSync(ownNode) ? ownNode : process.execPath

/** The command line of a tool out of node_modules, by its command's name. */
export function toolLine(command, ...args) {
  if (command === 'node') return [node, ...args]
  const home = { playwright: '@playwright/test', tsc: 'typescript' }[command] ?? command
  const manifest = JSON.parse(fs.readFileSync(path.join(modules, home, 'package.json'), 'utf8'))
  const entry = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]
  return [node, path.join(modules, home, entry), ...args]
}

/** Runs a command line to its end in the project's root; answers its exit code and, where asked to keep it, its output. */
export function runLine(line, { env = {}, keepOutput = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(line[0], line.slice(1), {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', keepOutput ? 'pipe' : 'inherit', keepOutput ? 'pipe' : 'inherit'],
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 1, output: output + error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Whether this file is the one Node was asked to run. */
export function isEntry(meta) {
  return Boolean(process.argv[1]) && fs.realpathSync(process.argv[1]) === meta.filename
}
