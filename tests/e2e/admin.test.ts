import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import {
  answerOpenDialog,
  expectAccessible,
  goTo,
  heading,
  labelled,
  say,
  signIn,
  words,
} from '../support/screens.ts'

const { setup, staff, imports, session } = words
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-admin-'))
const ledger = path.join(folder, 'ledger.xlsx')
fs.copyFileSync(path.resolve(import.meta.dirname, '../fixtures/ledgers/ledger.xlsx'), ledger)
test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Adds somebody and answers the one-time secret that is shown once. */
async function addStaff(page: Page, person: { name: string; login: string; role?: string }) {
  await page.getByRole('button', { name: staff.add }).click()
  const dialog = page.getByRole('dialog')
  await labelled(dialog, staff.name).fill(person.name)
  await labelled(dialog, staff.login).fill(person.login)
  if (person.role) {
    await dialog.getByRole('combobox', { name: staff.role }).click()
    await page.getByRole('option', { name: person.role, exact: true }).click()
  }
  // Also from the list of roles, where Enter alone would open it.
  await page.keyboard.press('Control+Enter')
  const secret = page.getByRole('dialog').getByRole('textbox', { name: staff.secret })
  await expect(secret).toBeVisible()
  const value = await secret.inputValue()
  await page.getByRole('button', { name: staff.done }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  return value
}

test('an administrator founds a store, adds staff, imports a ledger and takes it back', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await expect(heading(page, setup.title)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: setup.newStore }).click()
  await page.getByLabel(setup.storeName).fill('江南店')
  await page.getByLabel(setup.adminName).fill('周管理')
  await page.getByLabel(setup.login).fill('zhou')
  await labelled(page, setup.password).fill('xia-yu-tian-86')
  await page.getByLabel(setup.again).fill('xia-yu-tian-86')
  await expectAccessible(page)
  await page.keyboard.press('Enter')

  await expect(heading(page, staff.title)).toBeVisible()
  await expect(page.getByText(words.common.training)).toHaveCount(0)
  await addStaff(page, { name: '钱经理', login: 'qian', role: words.codes.role.manager })
  const secret = await addStaff(page, { name: '李雪', login: 'lixue' })
  await expectAccessible(page)

  await goTo(page, words.frame.nav.imports)
  await answerOpenDialog(app, ledger)
  await expectAccessible(page)
  await page.keyboard.press('o')
  await expect(page.getByText(say(imports.rowsFound, { rows: 407 }))).toBeVisible()
  await expect(page.getByLabel(say(imports.meaningOf, { header: '联系电话' }))).toHaveValue('mobile')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')

  const kinds = words.codes.problemKind
  const rowOf = (kind: string) => page.getByRole('row', { name: new RegExp(kind) })
  await expect(rowOf(kinds.phone_invalid)).toContainText('7')
  await expect(rowOf(kinds.date_invalid)).toContainText('8')
  await page.getByRole('button', { name: kinds.grade_unknown }).click()
  await expect(
    page.getByRole('grid', { name: new RegExp(kinds.grade_unknown) }).getByRole('row'),
  ).toHaveCount(7)
  await expectAccessible(page)
  const decide = (kind: string) => page.getByLabel(say(imports.decisionOf, { kind }))
  await decide(kinds.staff_unknown).selectOption({ label: say(imports.useOwner, { name: '李雪' }) })
  await decide(kinds.grade_unknown).selectOption({ label: imports.byDate })
  await decide(kinds.date_invalid).selectOption({ label: imports.leaveDate })
  // What is left: phones, 22 rows, and one row without a name.
  await expect(page.getByText(say(imports.willReject, { rows: 23 }))).toBeVisible()
  await page.keyboard.press('Control+Enter')

  await expect(page.getByText(imports.report, { exact: true })).toBeVisible()
  await expectAccessible(page)
  const rejects = fs.readdirSync(folder).filter((name) => name !== 'ledger.xlsx')
  expect(rejects).toHaveLength(1)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: say(imports.undoBatch, { file: 'ledger.xlsx' }) }).click()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(imports.undone.customers, { count: 384 }))).toBeVisible()
  await expect(page.getByText(imports.noHistory)).toBeVisible()

  await page.getByRole('button', { name: say(words.frame.userMenu, { name: '周管理' }) }).click()
  await page.getByRole('menuitem', { name: session.signOut }).click()
  await signIn(page, 'lixue', secret)
  await expect(heading(page, session.firstChangeTitle)).toBeVisible()
  await expectAccessible(page)
})
