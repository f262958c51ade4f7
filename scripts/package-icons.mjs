// node scripts/package-icons.mjs: draws resources/icon.svg as icon.png and icon.ico. To be run when the drawing changes;
// the pictures are committed. Electron itself draws: no other tool is needed.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runWithElectron } from './run.mjs'
import { root } from './tools.mjs'

const largest = 1024
const inIco = [256, 128, 64, 48, 32, 24, 16]
const resources = path.join(root, 'resources')
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-icons-'))

fs.writeFileSync(path.join(work, 'package.json'), '{"type":"module","main":"main.js"}')
fs.writeFileSync(
  path.join(work, 'main.js'),
  `import fs from 'node:fs'
import { app, BrowserWindow } from 'electron'
app.commandLine.appendSwitch('force-device-scale-factor', '1')
app.whenReady().then(async () => {
  const size = ${largest}
  const window = new BrowserWindow({ width: size, height: size, useContentSize: true, show: false, transparent: true,
    frame: false, webPreferences: { offscreen: true, sandbox: true } })
  const drawing = fs.readFileSync(${JSON.stringify(path.join(resources, 'icon.svg'))}, 'utf8')
  const page = '<style>*{margin:0;background:transparent}svg{display:block;width:' + size + 'px}</style>' + drawing
  await window.loadURL('data:text/html;base64,' + Buffer.from(page).toString('base64'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const whole = await window.webContents.capturePage({ x: 0, y: 0, width: size, height: size })
  for (const side of ${JSON.stringify([largest, 512, ...inIco])})
    fs.writeFileSync(${JSON.stringify(work)} + '/' + side + '.png', whole.resize({ width: side, height: side, quality: 'best' }).toPNG())
  app.quit()
})
`,
)

/** An .ico is a table of pictures; since Windows Vista each may be a PNG as it is. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { side, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(side % 256, at)
    head.writeUInt8(side % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

try {
  const code = await runWithElectron('electron', [work])
  if (code !== 0) throw new Error(`Electron ended with ${code}`)
  const drawn = (side) => fs.readFileSync(path.join(work, `${side}.png`))
  fs.writeFileSync(path.join(resources, 'icon.png'), drawn(512))
  fs.writeFileSync(path.join(resources, 'icon.ico'), ico(inIco.map((side) => ({ side, png: drawn(side) }))))
  console.log('resources/icon.png, resources/icon.ico')
} finally {
  fs.rmSync(work, { recursive: true, force: true })
}
