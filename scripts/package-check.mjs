// Reads a packaged application as it lies on the disk, and says what is not as a release has to be: the fuses out of the binary
// (S1), the digests that a start compares, what must not be inside, and, for Windows and macOS, the hash by which Electron
// itself knows app.asar. `node scripts/package-check.mjs FOLDER`.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { digestsName } from './package-hooks.mjs'
import { isEntry } from './tools.mjs'

const on = FuseState.ENABLE
const off = FuseState.DISABLE
/** How each fuse of a release stands. One that this Electron does not have is left out of its wire. */
export const releaseFuses = {
  RunAsNode: off,
  EnableCookieEncryption: on,
  EnableNodeOptionsEnvironmentVariable: off,
  EnableNodeCliInspectArguments: off,
  EnableEmbeddedAsarIntegrityValidation: on,
  OnlyLoadAppFromAsar: on,
  LoadBrowserProcessSpecificV8Snapshot: off,
  GrantFileProtocolExtraPrivileges: off,
}

/** Where things lie in a packaged application of any system. */
export function partsOf(folder) {
  const bundle = fs.readdirSync(folder).find((name) => name.endsWith('.app'))
  if (bundle) {
    const contents = path.join(folder, bundle, 'Contents')
    return {
      binary: path.join(folder, bundle),
      resources: path.join(contents, 'Resources'),
      integrityIn: path.join(contents, 'Info.plist'),
    }
  }
  const resources = path.join(folder, 'resources')
  const exe = fs.readdirSync(folder).find((name) => name.endsWith('.exe') && name !== 'elevate.exe')
  if (exe) return { binary: path.join(folder, exe), resources, integrityIn: path.join(folder, exe) }
  return { binary: path.join(folder, 'showroom-cadence'), resources }
}

/** The header of an archive: which files it holds, where, and the hashes that Electron compares on Windows and macOS. */
export function asarHeader(file) {
  const handle = fs.openSync(file)
  try {
    const sizes = Buffer.alloc(16)
    fs.readSync(handle, sizes, 0, 16, 0)
    const text = Buffer.alloc(sizes.readUInt32LE(12))
    fs.readSync(handle, text, 0, text.length, 16)
    const hash = createHash('sha256').update(text).digest('hex')
    return { header: JSON.parse(text.toString('utf8')), hash, contentAt: 8 + sizes.readUInt32LE(4) }
  } finally {
    fs.closeSync(handle)
  }
}

/** The files of an archive, as paths with forward slashes. */
export function* filesOf({ files }, at = '') {
  for (const [name, entry] of Object.entries(files)) {
    if (entry.files) yield* filesOf(entry, `${at}${name}/`)
    else yield { file: `${at}${name}`, ...entry }
  }
}

/** What is wrong with a packaged application, in a line each; none for a good one. */
export async function faultsOf(folder, { fuses = releaseFuses } = {}) {
  const { binary, resources, integrityIn } = partsOf(folder)
  const wire = await getCurrentFuseWire(binary)
  const faults = Object.entries(fuses)
    .filter(([name, state]) => wire[FuseV1Options[name]] !== state)
    .map(
      ([name, state]) => `fuse ${name} is ${FuseState[wire[FuseV1Options[name]]]}, not ${FuseState[state]}`,
    )

  const archive = path.join(resources, 'app.asar')
  const { header, hash, contentAt } = asarHeader(archive)
  const content = fs.readFileSync(archive)
  for (const { file, size, offset, integrity, unpacked } of filesOf(header)) {
    if (unpacked) continue
    const from = contentAt + Number(offset)
    const real = createHash('sha256')
      .update(content.subarray(from, from + size))
      .digest('hex')
    if (integrity?.hash !== real) faults.push(`app.asar: ${file} is not what its header says`)
    if (!/^(out|drizzle|node_modules)\/|^package\.json$/.test(file)) faults.push(`app.asar holds ${file}`)
  }
  const digests = JSON.parse(fs.readFileSync(path.join(resources, digestsName), 'utf8'))
  for (const [name, digest] of Object.entries(digests)) {
    const real = createHash('sha256')
      .update(fs.readFileSync(path.join(resources, name)))
      .digest('hex')
    if (real !== digest) faults.push(`${name} is not what ${digestsName} says`)
  }
  for (const name of ['app', 'default_app.asar'])
    if (fs.existsSync(path.join(resources, name))) faults.push(`resources/${name} could be started instead`)
  if (!fs.existsSync(path.join(resources, 'licences.txt'))) faults.push('no licences.txt')
  if (integrityIn && !fs.readFileSync(integrityIn).includes(hash))
    faults.push(`${path.basename(integrityIn)} does not hold the hash of app.asar's header`)
  return faults
}

if (isEntry(import.meta)) {
  const faults = await faultsOf(process.argv[2])
  for (const each of faults) console.log(each)
  console.log(faults.length === 0 ? 'packaged as it has to be' : `${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
