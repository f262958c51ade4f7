// better-sqlite3's prebuilds speak Node-API 10, the stand-in Electron has 9. This puts a Node-API 9 twin of the
// installed prebuild where better-sqlite3 looks first (build/Release, the place of a local compile).
// The twin also works under plain Node, so nothing else has to know which of the two is loaded.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { modules } from '../tools.mjs'

const home = path.join(modules, 'better-sqlite3')
const build = path.join(home, 'build')
const mark = path.join(build, '.twin-of')

/** Removes the twin, where Electron itself can load the prebuild. */
export function removeTwin() {
  if (fs.existsSync(mark)) fs.rmSync(build, { recursive: true })
}

/** Makes the twin unless it is there for the very prebuild installed, and tries it in the given Electron. */
export function ensureTwin(electron) {
  const prebuild = fs.readFileSync(path.join(home, 'prebuilds/linux-x64.node'))
  const identity = createHash('sha256').update(prebuild).digest('hex')
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === identity) return
  const work = `${build}.${process.pid}`
  const release = path.join(work, 'Release')
  fs.mkdirSync(release, { recursive: true })
  try {
    renameImports(prebuild)
    fs.writeFileSync(path.join(release, 'prebuild.so'), prebuild, { mode: 0o755 })
    compileShim(path.join(release, 'better_sqlite3.node'))
    tryTwin(electron, path.join(release, 'better_sqlite3.node'))
    fs.writeFileSync(path.join(work, '.twin-of'), identity)
    fs.rmSync(build, { recursive: true, force: true })
    fs.renameSync(work, build)
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

/** Turns the three imports that behave differently in Node-API 9 towards the shim. */
function renameImports(bytes) {
  for (const name of ['create_reference', 'delete_reference', 'get_reference_value']) {
    const at = bytes.indexOf(`\0napi_${name}\0`, 0, 'latin1') // .dynstr comes first in the file
    if (at < 0) throw new Error(`better-sqlite3 no longer imports napi_${name}: napi9-shim.c needs a look`)
    bytes.write('nap9', at + 1, 'latin1')
  }
}

function compileShim(target) {
  const source = path.join(import.meta.dirname, 'napi9-shim.c')
  const args = ['-O2', '-fPIC', '-shared', '-fvisibility=hidden', '-o', target, source, '-ldl']
  const gcc = spawnSync('gcc', args, { encoding: 'utf8' })
  if (gcc.status === 0) return
  throw new Error(`gcc failed: ${gcc.error?.message ?? gcc.stderr}. On Debian: node scripts/linux-deps.mjs`)
}

function tryTwin(electron, addon) {
  const script = `const Database = require(${JSON.stringify(home)})
    const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(addon)} })
    console.log(db.prepare('select @word').pluck().get({ word: 'works' }))`
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' }
  const tried = spawnSync(electron, ['-e', script], { env, encoding: 'utf8' })
  if (tried.stdout?.trim() !== 'works')
    throw new Error(`better-sqlite3's twin fails: ${tried.signal ?? tried.stderr}`)
}
