// What electron-builder calls on its way: the stand-in Electron is refused for users, and what was packed is written down.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { modules } from './tools.mjs'

/** The file beside app.asar with the SHA-256 of everything that a start loads; src/main/desktop/digests.ts reads it. */
export const digestsName = 'digests.json'

const wanted = () => JSON.parse(fs.readFileSync(path.join(modules, 'electron/package.json'), 'utf8')).version

/** Only Electron as it is released goes to users: never a distribution from this disk, never another version. */
export function refuseStandIn({ packager }) {
  const { electronDist } = packager.config
  const version = packager.info.framework.version
  if (electronDist || version !== wanted())
    throw new Error(
      `refused: this would ship Electron ${version} from ${electronDist ?? 'a download'} to users. ` +
        `A release ships Electron ${wanted()} as its makers publish it; what stands in for it here is for tests only ` +
        '(npm run package:smoke).',
    )
}

/** Writes the digests of a packaged application. */
export function writeDigests({ appOutDir, packager }) {
  writeDigestsOf(packager.getResourcesDir(appOutDir))
}

/** Writes the digests of a folder of resources: of the archive, and of every file that lies beside it unpacked. */
export function writeDigestsOf(resources) {
  const unpacked = 'app.asar.unpacked'
  const names = fs.existsSync(path.join(resources, unpacked))
    ? fs
        .readdirSync(path.join(resources, unpacked), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(resources, path.join(entry.parentPath, entry.name)))
    : []
  const digests = Object.fromEntries(
    ['app.asar', ...names].sort().map((name) => {
      const content = fs.readFileSync(path.join(resources, name))
      return [name.replaceAll('\\', '/'), createHash('sha256').update(content).digest('hex')]
    }),
  )
  fs.writeFileSync(path.join(resources, digestsName), `${JSON.stringify(digests, null, 2)}\n`)
}
