// npm run package [-- --win|--linux|--mac] [--dir]: what users install, in release/. See docs/release.md. Everything is checked
// first and the result is read back; the stand-in Electron of a machine without the real one is refused.
import fs from 'node:fs'
import path from 'node:path'
import { build, Platform } from 'electron-builder'
import config from '../electron-builder.config.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { faultsOf } from './package-check.mjs'
import { runLine, root, toolLine } from './tools.mjs'

const asked = process.argv.slice(2)
const platforms = { '--win': Platform.WINDOWS, '--linux': Platform.LINUX, '--mac': Platform.MAC }
const wanted = Object.keys(platforms).filter((each) => asked.includes(each))
const targets = wanted.length > 0 ? wanted.map((each) => platforms[each]) : [Platform.current()]
const stop = (why) => {
  console.error(`[package] ${why}`)
  process.exit(1)
}

const { version, fallback } = await ensureElectron()
if (fallback)
  stop(
    `refused: Electron ${version} on this machine is a stand-in for development and tests, and nothing that goes to users is ` +
      'tried on it. Where Electron itself can be had, ELECTRON_RUNTIME=official fetches it (ELECTRON_MIRROR names a mirror); ' +
      'npm run package:smoke packages with what is here, for tests alone.',
  )
const built = await runLine(toolLine('electron-vite', 'build', '--logLevel', 'warn'))
if (built.code !== 0) stop('the build failed')
fs.rmSync(path.join(root, 'release'), { recursive: true, force: true })
const kind = asked.includes('--dir') ? 'dir' : undefined
await build({
  targets: new Map(targets.flatMap((each) => [...each.createTarget(kind)])),
  publish: 'never',
  config,
})

const unpacked = fs
  .readdirSync(path.join(root, 'release'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /unpacked$|^mac/.test(entry.name))
if (unpacked.length === 0) stop('nothing was packaged')
for (const { name } of unpacked) {
  const faults = await faultsOf(path.join(root, 'release', name))
  for (const each of faults) console.error(`[package] ${name}: ${each}`)
  if (faults.length > 0) stop(`${name} is not fit to be released`)
  console.log(`[package] ${name}: fuses, digests, licences as they have to be`)
}
for (const name of fs.readdirSync(path.join(root, 'release'))) {
  const { size } = fs.statSync(path.join(root, 'release', name))
  if (/\.(exe|AppImage|deb|dmg|zip)$/.test(name))
    console.log(`[package] ${name}: ${(size / 2 ** 20).toFixed(1)} MiB`)
}
