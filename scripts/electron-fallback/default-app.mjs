// Stands in for Electron's own default_app.asar, which the stand-in distribution lacks: understands
// `electron [-r module] <application folder>` as Electron does, so that electron-vite and Playwright work unchanged.
// A module, not CommonJS, so that the application's main is evaluated before `ready`, as in Electron.
import { app } from 'electron'
import fs from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const { hooks, target } = readCommandLine(process.argv.slice(1))
if (hooks.length > 0) Module._preloadModules(hooks)
if (!target) {
  console.error('usage: electron <application folder>')
  process.exit(64)
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const folder = path.resolve(target)
const manifest = path.join(folder, 'package.json')
if (fs.existsSync(manifest)) introduce(JSON.parse(fs.readFileSync(manifest, 'utf8')))
const main = createRequire(import.meta.url).resolve(folder)
app.setAppPath(fs.existsSync(manifest) ? folder : path.dirname(main))
await import(pathToFileURL(main).href)

function readCommandLine(words) {
  const found = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === '-r' || word === '--require') found.push(words[++i])
    else if (word === '-v' || word === '--version') {
      console.log(`v${process.versions.electron}`)
      process.exit(0)
    } else if (!word.startsWith('-')) return { hooks: found, target: word }
  }
  return { hooks: found }
}

function introduce({ version, productName, name, desktopName }) {
  if (version) app.setVersion(version)
  if (productName || name) app.setName(productName || name)
  app.setDesktopName(desktopName || `${app.getName()}.desktop`)
}
