import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/electron.ts'
import {
  answerSaveDialog,
  expectAccessible,
  goTo,
  heading,
  labelled,
  say,
  signIn,
  words,
} from '../support/screens.ts'
import { approveOverdue, proposeSuspension } from '../support/windows/small-approval.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { rectifications, dailyCheck, codes, paper } = words
const store = makeSmallStore()
approveOverdue(store)
proposeSuspension(store)
test.afterAll(() => store.remove())

test('a consultant writes his report by keyboard, and what was refused stays on the screen', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.chen.login, smallPassword)
  await goTo(page, words.frame.nav.rectifications)
  await expect(heading(page, rectifications.ownTitle)).toBeVisible()
  const list = page.getByRole('listbox', { name: rectifications.list })
  await expect(list.getByRole('option')).toHaveCount(1)
  await expect(page.getByText(rectifications.about)).toBeVisible()
  await expect(page.getByText(/王伟/).first()).toBeVisible()
  await expectAccessible(page)

  await list.focus()
  await page.keyboard.press('Enter')
  await expect(labelled(page, rectifications.cause)).toBeFocused()
  await page.keyboard.type('当天接待新客户，忘了回访')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(labelled(page, rectifications.cause)).toHaveValue('当天接待新客户，忘了回访')
  await labelled(page, rectifications.measures).fill('每天下班前核对待办')
  // A draft is still there when one comes back.
  await page.keyboard.press('Escape')
  await goTo(page, words.frame.nav.toDo)
  await goTo(page, words.frame.nav.rectifications)
  await expect(labelled(page, rectifications.measures)).toHaveValue('每天下班前核对待办')
  await page.locator('#rectification-deadline').fill('+7')
  await page.locator('#rectification-deadline').press('Control+Enter')
  await expect(page.getByText(codes.rectificationStatus.written).first()).toBeVisible()
  await expect(page.getByText('每天下班前核对待办')).toBeVisible()
})

test('his manager finds it in the check, returns it, and it is printed on A4', async ({ launch }) => {
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await expect(heading(page, dailyCheck.title)).toBeVisible()
  const strip = page.getByRole('toolbar', { name: dailyCheck.attention.title })
  const kind = strip.getByRole('button', { name: new RegExp(codes.attention.report_to_review) })
  await expect(kind).toBeVisible()
  await page.keyboard.press('g')
  await expect(strip.locator('button:focus')).toHaveCount(1)
  await kind.focus()
  await page.keyboard.press('Enter')
  const lines = page.getByRole('listbox', { name: codes.attention.report_to_review })
  await expect(lines).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(heading(page, rectifications.title)).toBeVisible()

  await expect(page.getByRole('button', { name: new RegExp(`^${rectifications.return}`) })).toBeVisible()
  await page.keyboard.press('r')
  const note = page.getByLabel(rectifications.noteRequired)
  await expect(note).toBeFocused()
  await expectAccessible(page)
  await note.fill('原因再具体一些')
  await page.keyboard.press('Control+Enter')
  await expect(
    page.getByText(say(rectifications.returned, { name: smallStaff.manager.name, note: '原因再具体一些' })),
  ).toBeVisible()

  await page.keyboard.press('Control+p')
  await expect(page.locator('article')).toContainText(smallStaff.chen.name)
  await expect(page.locator('article')).toContainText('每天下班前核对待办')
  await expectAccessible(page)
  const pdf = path.join(path.dirname(store.file), 'report.pdf')
  await answerSaveDialog(app, pdf)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(say(paper.savedTo, { path: pdf }))).toBeVisible()
  // Upright: the box of its page is higher than wide.
  const box = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(fs.readFileSync(pdf).toString('latin1'))
  expect(Number(box?.[2])).toBeGreaterThan(Number(box?.[1]))
})

test('the check of a date is saved as a workbook', async ({ launch }) => {
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await expect(heading(page, dailyCheck.title)).toBeVisible()
  await expect(page.getByRole('grid').first()).toBeVisible()
  const book = path.join(path.dirname(store.file), 'check.xlsx')
  await answerSaveDialog(app, book)
  await page.keyboard.press('Control+e')
  await expect(page.getByText(say(paper.savedTo, { path: book }))).toBeVisible()
  // A workbook is a zip file.
  expect(fs.readFileSync(book).subarray(0, 2).toString()).toBe('PK')
})

test('the director suspends for study, and it shows in the list of staff', async ({ launch }) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  await goTo(page, words.frame.nav.rectifications)
  await expect(heading(page, rectifications.title)).toBeVisible()
  await page.keyboard.press('2')
  const list = page.getByRole('listbox', { name: rectifications.suspensions })
  await expect(list.getByRole('option', { name: new RegExp(codes.suspensionStatus.proposed) })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: rectifications.suspend })).toBeFocused()
  // Without dates it is refused, and each field says so.
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText(words.reasons.suspension_date_required).first()).toBeVisible()
  await expectAccessible(page)
  await dialog.locator('#suspension-from').fill(store.daysAgo(0))
  await dialog.locator('#suspension-until').fill(store.daysAgo(-2))
  await page.keyboard.press('Control+Enter')
  await expect(list.getByRole('option', { name: new RegExp(codes.suspensionStatus.decided) })).toBeVisible()
  await goTo(page, words.frame.nav.staff)
  await expect(page.getByText(new RegExp(say(rectifications.suspendedUntil, { until: '' })))).toBeVisible()
})
