// npm run pictures [name …]: builds, starts the application on the demo store, and saves a picture of every screen in
// Chinese, light, and in English, dark, as docs/pictures/<screen>-<language>-<scheme>.png. Names take only those screens;
// PICTURES_ALL=1 takes both languages in both schemes, PICTURES_SIZE=1920x1080 takes them larger.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runWithElectron } from './run.mjs'
import { takeRescue } from './picture-rescue.mjs'
import { smallPng } from './small-png.mjs'
import { root, runLine, toolLine } from './tools.mjs'

/** Every screen, a file a neighbourhood: who sees it, and how to get there from his home. */
const screens = await readScreens()
const here = path.join(root, 'scripts/pictures.mjs')
const folder = path.join(root, 'docs/pictures')
const [width = 1280, height = 800] = process.env.PICTURES_SIZE?.split('x').map(Number) ?? []
const size = { width, height }
const languages = ['zh-CN', 'en']
const schemes = ['light', 'dark']
/** Their places on the demo's sign-in screen. */
const roles = { consultant: 4, frontDesk: 3, manager: 2, director: 1, admin: 0 }

/** Each language in one of the schemes, unless all four are asked for. */
const looks = () =>
  languages
    .flatMap((language) => schemes.map((scheme) => ({ language, scheme })))
    .filter(({ language, scheme }) => process.env.PICTURES_ALL || (language === 'en') === (scheme === 'dark'))

async function readScreens() {
  const parts = path.join(root, 'scripts/picture-screens')
  const files = fs.readdirSync(parts).filter((name) => name !== 'walk.mjs')
  const read = await Promise.all(
    files.sort().map((name) => import(pathToFileURL(path.join(parts, name)).href)),
  )
  return read.flatMap((each) => each.screens)
}

function withNeeds(screen) {
  const before = screens.find(({ name }) => name === screen.needs)
  return before ? [...withNeeds(before), screen.name] : [screen.name]
}

if (process.argv[2] === '--take') await takeAll(process.argv.slice(3))
else {
  const build = await runLine(toolLine('electron-vite', 'build', '--logLevel', 'error'))
  const run = () => runWithElectron('node', [here, '--take', ...process.argv.slice(2)])
  process.exitCode = build.code === 0 ? await run() : build.code
}

/** Starts the application and goes through the screens: once for the first start, once in the demo store. */
async function takeAll(names) {
  const wanted = (name) => names.length === 0 || names.includes(name)
  fs.mkdirSync(folder, { recursive: true })
  const files = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-pictures-'))
  const ledger = path.join(files, 'ledger.xlsx')
  fs.copyFileSync(path.join(root, 'tests/fixtures/ledgers/ledger.xlsx'), ledger)
  const { app, page } = await start(files, ledger)
  const failed = []
  try {
    for (const look of looks()) {
      if (wanted('setup')) {
        await dress(page, look)
        await page.locator('main section button').first().waitFor()
        await take(page, 'setup', look)
        await page.locator('main section button').first().click()
      }
      if (wanted('new-store')) {
        if (!wanted('setup')) await dress(page, look)
        if (!wanted('setup')) await page.locator('main section button').first().click()
        await page.locator('form input').first().waitFor()
        await take(page, 'new-store', look)
      }
    }
    await page.reload()
    await page.locator('main section button').nth(1).click()
    await page.locator('form input').first().waitFor({ timeout: 60_000 })
    for (const look of looks()) await inDemo(page, look, wanted, failed)
    if (wanted('rescue')) {
      await app.close()
      await takeRescue({ files, looks: looks(), start: () => start(files, ledger), dress, take })
    }
  } finally {
    await app.close()
    fs.rmSync(files, { recursive: true, force: true })
  }
  const taken = fs.readdirSync(folder).filter((name) => name.endsWith('.png'))
  const bytes = taken.reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0)
  console.log(`[pictures] ${taken.length} in docs/pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB`)
  for (const line of failed) console.error(`[pictures] ${line}`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

async function inDemo(page, look, wanted, failed) {
  await dress(page, look)
  await page.locator('form input').first().waitFor()
  if (wanted('sign-in')) await take(page, 'sign-in', look)
  const asked = new Set(screens.filter(({ name }) => wanted(name)).flatMap(withNeeds))
  for (const role of Object.keys(roles)) {
    const ofRole = screens.filter(({ name, as }) => as === role && asked.has(name))
    if (ofRole.length === 0) continue
    await dress(page, look)
    await page.locator('main section button').first().waitFor()
    await signInAs(page, role)
    for (const screen of ofRole) {
      try {
        await screen.open(page)
        await page.locator(screen.ready).first().waitFor()
        if (wanted(screen.name)) await take(page, screen.name, look)
        await screen.after?.(page)
      } catch (error) {
        failed.push(`${screen.name} ${look.language} ${look.scheme}: ${error.message.split('\n')[0]}`)
      }
    }
  }
}

/** Language and colours, and nobody signed in. */
async function dress(page, { language, scheme }) {
  await page.evaluate(
    ([locale, colors]) => {
      sessionStorage.clear()
      localStorage.clear()
      localStorage.setItem('showroom.locale', locale)
      localStorage.setItem('showroom.colorScheme', colors)
      location.hash = '#/'
    },
    [language, scheme],
  )
  await page.reload()
}

async function signInAs(page, role) {
  await page.locator('main section button').nth(roles[role]).click()
  await page.locator('main#content').waitFor()
}

async function take(page, name, { language, scheme }) {
  await page.mouse.move(size.width - 2, size.height - 2)
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root, [aria-busy=true]') === null,
  )
  await page.locator('.mantine-Notification-root').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(350) // the longest movement of anything
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  fs.writeFileSync(path.join(folder, `${name}-${language}-${scheme}.png`), smallPng(picture))
}

async function start(files, ledger) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({
    cwd: root,
    args: [`--user-data-dir=${path.join(files, 'user-data')}`, '--log-level=3', root, '--lang=zh-CN'],
    chromiumSandbox: process.getuid?.() !== 0 && !process.env.NO_SANDBOX,
    env: { ...process.env, LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' },
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(10_000)
  const window = await app.browserWindow(page)
  await window.evaluate((each, { width, height }) => each.setContentSize(width, height), size)
  const sounds = writeSounds(path.join(files, 'phone'))
  await app.evaluate(
    ({ dialog }, chosen) => {
      const answerOf = ({ properties = [], filters = [] }) => {
        if (properties.includes('openDirectory')) return chosen.sounds.folder
        return filters.some(({ extensions }) => extensions.includes('wav'))
          ? chosen.sounds.call
          : chosen.ledger
      }
      dialog.showOpenDialog = (...asked) =>
        Promise.resolve({ canceled: false, filePaths: [answerOf(asked.at(-1))] })
    },
    { ledger, sounds },
  )
  await page.locator('main').first().waitFor()
  return { app, page }
}

/** Calls as a telephone leaves them: two in the folder that is watched, one to be added by hand. */
function writeSounds(folder) {
  const write = (name, seconds) => {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    const head = Buffer.alloc(44)
    head.write('RIFF')
    head.writeUInt32LE(36 + seconds * 8000, 4)
    head.write('WAVEfmt ', 8)
    head.writeUInt32LE(16, 16)
    for (const [at, value] of [
      [20, 1],
      [22, 1],
      [32, 1],
      [34, 8],
    ])
      head.writeUInt16LE(value, at)
    head.writeUInt32LE(8000, 24)
    head.writeUInt32LE(8000, 28)
    head.write('data', 36)
    head.writeUInt32LE(seconds * 8000, 40)
    fs.writeFileSync(file, Buffer.concat([head, Buffer.alloc(seconds * 8000, 128)]))
    // Long enough ago to be taken for finished.
    fs.utimesSync(file, 1_700_000_000, 1_700_000_000)
    return file
  }
  write('phone/13912345678_20260304_143000.wav', 95)
  write('phone/通话录音@李先生(139 8765 4321)_20260305161500.wav', 187)
  return { folder: path.join(folder, 'phone'), call: write('13800138000_20260304_101500.wav', 42) }
}
