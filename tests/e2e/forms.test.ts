import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/electron.ts'
import { answerSaveDialog, expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { forms, paper } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a consultant walks his progress sheet, follows up from a cell, and finds it in the report and on the card', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.chen.login, smallPassword)
  await goTo(page, words.frame.nav.forms)
  await expect(heading(page, forms.title)).toBeVisible()
  const grid = page.getByRole('grid', { name: forms.paperTitle.progress_sheet })
  await expect(grid.getByRole('row', { name: /赵强/ })).toBeVisible()
  await expectAccessible(page)

  // By keyboard from the first cell to the row of 赵强, who is due today.
  await grid.locator('[tabindex="0"]').first().focus()
  const rowOf = () => page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '')
  for (let left = 8; left > 0 && !(await rowOf()).includes('赵强'); left -= 1)
    await page.keyboard.press('ArrowDown')
  expect(await rowOf()).toContain('赵强')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '赵强' })
  await expect(drawer).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('3')
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(
    forms.paperTitle.daily_report,
  )
  await expect(page.getByText('赵强').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('1')
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(
    forms.paperTitle.visit_register,
  )
  await expectAccessible(page)
  await page.keyboard.press('4')
  await expect(page.getByText(forms.chooseCustomer)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('赵强')
  await expect(page.getByRole('option', { name: /赵强/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').first().getByRole('heading', { level: 1 })).toHaveText(
    forms.paperTitle.prospect_card,
  )
  await expect(page.getByRole('article')).toHaveCount(2)
  await expectAccessible(page)
  // Excel is for managers: there is no button for him.
  await expect(page.getByRole('button', { name: new RegExp(paper.excel) })).toHaveCount(0)
})

test('a manager prints the month and saves it as PDF and Excel', async ({ launch }) => {
  test.setTimeout(120_000)
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await expect(heading(page, words.dailyCheck.title)).toBeVisible()
  await goTo(page, words.frame.nav.forms)
  await page.keyboard.press('2')
  await expect(page.getByRole('grid', { name: forms.paperTitle.progress_sheet })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(
    forms.paperTitle.progress_sheet,
  )
  await expectAccessible(page)
  const folder = path.dirname(store.file)
  const pdf = path.join(folder, 'month.pdf')
  await answerSaveDialog(app, pdf)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(say(paper.savedTo, { path: pdf }))).toBeVisible({ timeout: 20_000 })
  // A4 landscape, to the point.
  expect(fs.readFileSync(pdf, 'latin1')).toMatch(/MediaBox\s*\[0 0 841\.\d+ 59[45]\.\d+\]/)
  const book = path.join(folder, 'month.xlsx')
  await answerSaveDialog(app, book)
  await page.keyboard.press('Control+e')
  await expect(page.getByText(say(paper.savedTo, { path: book }))).toBeVisible()
  expect(fs.readFileSync(book).subarray(0, 2).toString()).toBe('PK')
  await page.keyboard.press('Escape')
  await expect(heading(page, forms.title)).toBeVisible()
})
