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
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { exports, customers, paper } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a manager takes the list of the screen along, with a reason, by keyboard; the director finds the trace', async ({
  launch,
}) => {
  const first = await launch({ storeFile: store.file })
  let { page } = first
  await signIn(page, smallStaff.manager.login, smallPassword)
  await page.getByRole('link', { name: words.frame.nav.customers, exact: true }).click()
  await expect(heading(page, customers.title)).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(3)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: say(exports.of, { list: exports.list.customers }) })
  await expect(dialog.getByText(say(exports.rows, { rows: 3 }))).toBeVisible()
  await expect(labelled(dialog, exports.reason)).toBeFocused()
  await expectAccessible(page)

  // One sign is no reason; what was typed stays.
  const file = path.join(path.dirname(store.file), 'customers.csv')
  await answerSaveDialog(first.app, file)
  await page.keyboard.type('哦')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toBeVisible()
  expect(fs.existsSync(file)).toBe(false)
  await page.keyboard.type('，月度例会')
  await dialog.getByRole('radio', { name: exports.csv }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(paper.savedTo, { path: file }))).toBeVisible()
  await expect(dialog).toBeHidden()
  const content = fs.readFileSync(file, 'utf8')
  expect(content).toContain(say(exports.markReason, { reason: '哦，月度例会' }))
  expect(content).toContain('王伟')
  expect(content).not.toContain('孙丽')
  await first.close()

  const second = await launch({ storeFile: store.file, userData: first.userData })
  page = second.page
  await signIn(page, smallStaff.director.login, smallPassword)
  await goTo(page, words.frame.nav.audit)
  await expect(page.getByRole('row').filter({ hasText: words.audit.calls.exports_list })).toHaveCount(1)
})

test('a consultant is offered no export', async ({ launch }) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.chen.login, smallPassword)
  await page.getByRole('link', { name: words.frame.nav.myCustomers, exact: true }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('button', { name: exports.title })).toHaveCount(0)
})
