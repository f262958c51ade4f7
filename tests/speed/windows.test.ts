import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { writeLedger } from '#main/application/seed/ledger.ts'
import { expect, test } from '../support/electron.ts'
import { answerOpenDialog, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { note } from './figures.ts'
import { clickToPaint, openBareWindow, teachPaint, typeToPaint, type Seen } from './paint.ts'
import { morning, nextMorning, password, provideStore } from './store.ts'

const size = { width: 1280, height: 800 }
const switches = 40
const ledgerRows = Number(process.env['BENCH_IMPORT_ROWS'] ?? 20_000)
const { nav } = words.frame
/** Found by names, by their pinyin, by ends and by beginnings of phones; none is looked for twice. */
const searches = [
  '王伟',
  '李娜',
  '张磊',
  'wxm',
  'lij',
  '8000',
  '1380',
  '陈',
  'zhang',
  '6612',
  '刘洋',
  'che',
  '赵敏',
  '7350',
  'hua',
]

/** Notes how long until the list is painted, and until the window has done its part of it, each beside the bare window. */
function notePaint(name: string, on: string, seen: readonly (Seen | null)[], bare: readonly (Seen | null)[]) {
  const of = (each: readonly (Seen | null)[], key: keyof Seen) =>
    each.flatMap((one) => (one ? [one[key]] : []))
  note(name, on, of(seen, 'painted'), of(bare, 'painted'))
  note(`${name}, drawn by the window`, on, of(seen, 'drawn'), of(bare, 'drawn'))
}

/** Measures, until it is stopped, the longest time in which the page could not paint and its process could not hear, in milliseconds. */
const watchBlocks = (page: Page) =>
  page.evaluate(() => {
    const state = { longest: 0, on: true }
    let last = performance.now()
    const look = () => {
      const now = performance.now()
      state.longest = Math.max(state.longest, now - last)
      last = now
      if (state.on) setTimeout(look, 4)
    }
    look()
    Object.assign(globalThis, { blocks: state })
  })
const longestBlock = (page: Page) =>
  page.evaluate(() => {
    const { blocks } = globalThis as unknown as { blocks: { longest: number; on: boolean } }
    blocks.on = false
    return blocks.longest
  })

test('what a consultant and a director wait for in their windows (F2, F3)', async ({ launch }) => {
  const { file, folder, size: measuredOn } = provideStore()
  const clockFile = path.join(folder, 'clock')
  writeFileSync(clockFile, String(morning))
  const ledger = path.join(folder, 'ledger.csv')
  writeLedger(ledger, ledgerRows, ['陈晓东', '李雪'])

  const { app, page } = await launch({ storeFile: file, clockFile, size })
  await signIn(page, 'consultant1', password)
  await expect(heading(page, words.toDo.title)).toBeVisible()
  const bare = await openBareWindow(folder, size)
  await teachPaint(page)
  const lists: (Seen | null)[] = []
  const bareLists: (Seen | null)[] = []
  for (let i = 0; i < switches; i += 1) {
    await clickToPaint(page, '#/customers', words.customers.title)
    lists.push(await clickToPaint(page, '#/to-do', words.toDo.list))
    bareLists.push(await bare.paint())
  }
  notePaint('click to painted to-do list', measuredOn, lists, bareLists)

  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByLabel(words.session.login)).toBeVisible()
  await signIn(page, 'director', password)
  await expect(heading(page, words.dailyCheck.title)).toBeVisible()
  await page.locator('nav a[href$="#/customers"]').click()
  await expect(page.locator('main [role="option"]').first()).toBeVisible()
  const typing: Seen[] = []
  const bareTyping: (Seen | null)[] = []
  for (const text of searches) {
    typing.push(...(await typeToPaint(page, text)))
    for (const _sign of text) bareTyping.push(await bare.paint())
  }
  notePaint('search, key to painted list', measuredOn, typing, bareTyping)
  await bare.close()

  await watchBlocks(page)
  await page.waitForTimeout(2000)
  const quiet = await longestBlock(page)

  const block = async (name: string, work: () => Promise<void>) => {
    await watchBlocks(page)
    await app.evaluate(() => {
      const shell = { longest: 0, last: performance.now() }
      setInterval(() => {
        const now = performance.now()
        shell.longest = Math.max(shell.longest, now - shell.last)
        shell.last = now
      }, 4)
      Object.assign(globalThis, { shell })
    })
    await work()
    const shell = await app.evaluate(
      () => (globalThis as unknown as { shell: { longest: number } }).shell.longest,
    )
    note(`longest block of the window during ${name}`, measuredOn, [await longestBlock(page)], [quiet])
    note(`longest block of the shell during ${name}`, measuredOn, [shell])
  }

  await block('a backup', async () => {
    await goTo(page, nav.backups)
    await expect(heading(page, words.backups.title)).toBeVisible()
    await page.getByRole('button', { name: words.backups.make }).click()
    await expect(page.getByText(words.codes.backupReason.by_hand).first()).toBeVisible()
  })
  await block(`an import of ${ledgerRows} rows`, async () => {
    await goTo(page, nav.imports)
    await answerOpenDialog(app, ledger)
    await page.keyboard.press('o')
    await expect(page.getByText(say(words.imports.rowsFound, { rows: ledgerRows }))).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(say(words.imports.willReject, { rows: 0 }))
      .or(page.getByText(words.imports.noProblems))
      .first()
      .waitFor()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(words.imports.report, { exact: true })).toBeVisible()
  })
  await block('a day roll', async () => {
    writeFileSync(clockFile, String(nextMorning))
    await goTo(page, nav.dailyCheck)
    await expect(page.getByText(/3-3/).first()).toBeVisible()
  })
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
