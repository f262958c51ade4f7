// npm run package:smoke: packages the application with the Electron that is here, and tries what was packaged
// (tests/packaged). Two of it lie in release-smoke/: `release` as users get it, and `driven`, which differs in one byte of the
// binary: the fuse that lets Playwright in.
import fs from 'node:fs'
import path from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { build, Platform } from 'electron-builder'
import config from '../electron-builder.config.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { writeDigests, writeDigestsOf } from './package-hooks.mjs'
import { playwright, script, section, summarize } from './suites.mjs'
import { isEntry, modules, root } from './tools.mjs'

const output = path.join(root, 'release-smoke')
const binaryName = 'showroom-cadence'

/** Packages for this machine, and answers whether it did. Linux only: what stands in for Electron is for Linux. */
export async function packageForSmoke() {
  if (process.platform !== 'linux')
    throw new Error('the smoke test packages on Linux only; see docs/release.md')
  await ensureElectron()
  const electronDist = fs.realpathSync(path.join(modules, 'electron/dist'))
  const electronVersion = fs.readFileSync(path.join(electronDist, 'version'), 'utf8').trim().replace(/^v/, '')
  fs.rmSync(output, { recursive: true, force: true })
  await build({
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      directories: { ...config.directories, output },
      electronDist,
      electronVersion,
      beforePack: null, // what is packaged here is for tests alone
      afterPack: withTwin,
      compression: 'store',
    },
  })
  const release = path.join(output, 'release')
  fs.renameSync(path.join(output, 'linux-unpacked'), release)
  await makeDriven(release, path.join(output, 'driven'))
}

/** Electron 33 cannot load the native module as it is shipped: its twin is put over it (electron-fallback/sqlite-twin.mjs). */
function withTwin(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir)
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true })
  const twin = path.join(modules, 'better-sqlite3/build/Release')
  if (!fs.existsSync(twin)) return writeDigests(context)
  const prebuilds = path.join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  fs.copyFileSync(path.join(twin, 'better_sqlite3.node'), path.join(prebuilds, 'linux-x64.node'))
  fs.copyFileSync(path.join(twin, 'prebuild.so'), path.join(prebuilds, 'prebuild.so'))
  writeDigestsOf(resources)
}

/** The same files, linked, with a binary of its own. */
async function makeDriven(release, driven) {
  fs.cpSync(release, driven, { recursive: true, filter: (file) => fs.statSync(file).isDirectory() })
  for (const entry of fs.readdirSync(release, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const copy = path.join(driven, path.relative(release, file))
    if (entry.name === binaryName) fs.copyFileSync(file, copy)
    else if (entry.isFile()) fs.linkSync(file, copy)
  }
  await flipFuses(path.join(driven, binaryName), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** Packages what was built and tries it, as sections of whichever run this is. */
export async function provePackage() {
  const packaged = await section('Package', async () => {
    await packageForSmoke()
    return { passed: 1 }
  })
  if (packaged.failed > 0) return
  await section('Packaged application', () => playwright('--config', 'playwright.packaged.config.ts'))
}

if (isEntry(import.meta)) {
  const built = await section('Build', () => script('build', '--logLevel', 'warn'))
  if (built.failed === 0) await provePackage()
  summarize()
}
