import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, launchApp, test } from '../../support/electron.ts'
import { startAgain } from '../../support/windows/second-start.ts'

const usable = (output: string) =>
  output.split('\n').filter((line) => line.includes('[showroom] window usable'))

/** What lies in the folder of data, but the file by which a store is owned: it stays, and says nothing when nobody holds it (P7). */
const dataFiles = (userData: string) =>
  fs
    .readdirSync(path.join(userData, 'data'))
    .filter((name) => !name.endsWith('.owner'))
    .sort()

test('a start says once that the window is usable, and what is open', async ({ launch }) => {
  const { output, app } = await launch()
  const version = await app.evaluate(() => process.versions.electron)
  expect(usable(output())).toEqual([`[showroom] window usable: no store yet, Electron ${version}`])
})

test('the demo store opens where there is none, and again at the next start; quitting folds its log in', async () => {
  const first = await launchApp({ args: ['--open-demo-if-empty'] })
  const { userData } = first
  try {
    expect(usable(first.output())[0]).toMatch(
      /: store \S.*, today \d{4}-\d\d-\d\d, open plans \d+, Electron \d/,
    )
    const bounds = await first.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setSize(1100, 700)
      return window?.getSize()
    })
    await first.close()
    expect(dataFiles(userData)).toEqual(['demo.db', 'demo.json', 'session.json'])
    const second = await launchApp({ userData })
    const again = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getSize(),
    )
    expect(again).toEqual(bounds)
    expect(usable(second.output())[0]).toMatch(/: store \S/)
    expect([...first.problems, ...second.problems]).toEqual([])
    await second.close()
  } finally {
    fs.rmSync(userData, { recursive: true, force: true })
  }
})

test('a damaged store is shown as such, and its file stays as it is', async ({ launch }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-damaged-'))
  const storeFile = path.join(folder, 'store.db')
  fs.writeFileSync(storeFile, 'not a store '.repeat(1000))
  const { output, page } = await launch({ storeFile })
  expect(usable(output())[0]).toContain('store cannot be opened (STORE_DAMAGED)')
  await expect(page.getByText(storeFile)).toBeVisible()
  expect(fs.readFileSync(storeFile, 'utf8')).toBe('not a store '.repeat(1000))
  fs.rmSync(folder, { recursive: true })
})

test('a second start brings the first one’s window to the front and ends', async ({ launch }) => {
  const { userData, app, page } = await launch()
  expect(await startAgain(userData)).toBe('[showroom] runs already: its window comes to the front')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await page.title()).not.toBe('')
})

test('Ctrl-C, even pressed twice, closes the store before the application ends', async ({ launch }) => {
  test.skip(process.platform === 'win32', 'Windows ends a process without a word')
  const { userData, app } = await launch({ args: ['--open-demo-if-empty'] })
  const running = app.process()
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGINT')
  setTimeout(() => running.kill('SIGINT'), 5)
  expect(await ended).toBe(0)
  expect(dataFiles(userData)).toEqual(['demo.db', 'demo.json', 'session.json'])
})
