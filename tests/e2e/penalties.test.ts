import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/electron.ts'
import { answerSaveDialog, expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { penalties, violations, paper } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('what a consultant objects to and a manager confirms, a director approves, takes back and prints', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const list = violations.list

  const first = await launch({ storeFile: store.file })
  let page = first.page
  await signIn(page, smallStaff.chen.login, smallPassword)
  await goTo(page, words.frame.nav.violations)
  await page.getByRole('grid', { name: list }).getByRole('row', { name: /王伟/ }).first().click()
  await page.keyboard.press('o')
  await page.getByLabel(new RegExp(violations.objectionText)).fill('客户当天改了时间')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(violations.objected, { count: 1 }))).toBeVisible()
  await first.app.close()

  const second = await launch({ storeFile: store.file })
  page = second.page
  await signIn(page, smallStaff.manager.login, smallPassword)
  await expect(heading(page, words.dailyCheck.title)).toBeVisible()
  await goTo(page, words.frame.nav.violations)
  await page.getByText(words.codes.violationStatus.objected, { exact: true }).first().click()
  const grid = page.getByRole('grid', { name: list })
  await grid.getByRole('row', { name: /王伟/ }).first().click()
  const details = page.getByRole('region', { name: violations.details })
  await expect(details.getByText('客户当天改了时间')).toBeVisible()
  await expect(details.getByText(say(violations.expectedOccasion, { occasion: 1 }))).toBeVisible()
  await expectAccessible(page)
  // Ctrl A ticks the lines and paints nothing of the window; once more, and none is ticked.
  const all = page.getByRole('checkbox', { name: violations.markAll })
  await page.keyboard.press('Control+a')
  await expect(all).toBeChecked()
  expect(await page.evaluate(() => String(window.getSelection()))).toBe('')
  await page.keyboard.press('Control+a')
  await expect(all).not.toBeChecked()
  await page.keyboard.press('c')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(violations.confirmed, { count: 1 }))).toBeVisible()
  await second.app.close()

  const third = await launch({ storeFile: store.file })
  page = third.page
  await signIn(page, smallStaff.director.login, smallPassword)
  await expect(heading(page, words.dailyCheck.title)).toBeVisible()
  await goTo(page, words.frame.nav.penalties)
  await expect(page.getByRole('region', { name: '陈晓东' })).toBeVisible()
  await page.keyboard.press('a')
  const preview = page.getByRole('region', { name: penalties.preview })
  await expect(preview.getByText(words.codes.consequence.report, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('F10')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(penalties.approved, { count: 1, entries: 1 }))).toBeVisible()
  await expect(page.getByText(penalties.waitingEmpty)).toBeVisible()

  await page.keyboard.press('2')
  const ledger = page.getByRole('grid', { name: penalties.ledger })
  await expect(ledger.getByRole('row', { name: /陈晓东/ })).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('r')
  await page.getByLabel(new RegExp(`^${penalties.reverseReason}`)).fill('记错了日期')
  await page.getByRole('dialog').getByRole('checkbox').first().check()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(ledger.getByRole('row', { name: /陈晓东/ })).toHaveCount(2)
  await expect(ledger.getByText(words.codes.penaltyPart.reversal, { exact: true })).toBeVisible()
  // What was kept waits again.
  await page.keyboard.press('1')
  await expect(page.getByRole('region', { name: '陈晓东' })).toBeVisible()

  await page.keyboard.press('3')
  await expect(page.getByRole('grid', { name: penalties.peopleTable })).toBeVisible()
  await expectAccessible(page)
  const people = page.getByRole('grid', { name: penalties.peopleTable })
  if ((await people.getByRole('row', { name: /陈晓东/ }).count()) === 0)
    await page.keyboard.press('Alt+ArrowLeft')
  await expect(people.getByRole('row', { name: /陈晓东/ })).toBeVisible()
  // The sheet says what of its month it does not hold yet.
  await expect(page.getByRole('button', { name: say(penalties.monthUnapproved, { count: 1 }) })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(/考核月表/)
  await expect(page.getByRole('article')).toContainText(say(penalties.monthUnapproved, { count: 1 }))
  await expectAccessible(page)
  // Paper is white from a dark screen too, out to the edges of the page.
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).toBe('dark')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect.poll(ground).toBe('light')
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  const folder = path.dirname(store.file)
  const pdf = path.join(folder, 'month.pdf')
  await answerSaveDialog(third.app, pdf)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(say(paper.savedTo, { path: pdf }))).toBeVisible({ timeout: 20_000 })
  expect(fs.readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  const book = path.join(folder, 'month.xlsx')
  await answerSaveDialog(third.app, book)
  await page.keyboard.press('Control+e')
  await expect(page.getByText(say(paper.savedTo, { path: book }))).toBeVisible()
  expect(fs.readFileSync(book).subarray(0, 2).toString()).toBe('PK')
  await page.keyboard.press('Escape')
  await expect(heading(page, penalties.title)).toBeVisible()
})
