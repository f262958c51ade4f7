import fs from 'node:fs'
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
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'
import { enrol } from '../support/windows/enrol.ts'

const { leads, showroom, codes, imports, dailyCheck } = words
const store = makeSmallStore()
const desk = enrol(store.file, { name: '吴晓玲', login: 'desk', role: 'front_desk' })
test.afterAll(() => store.remove())

const rows = (page: Page) => page.getByRole('grid', { name: leads.list }).getByRole('row')

test('the desk takes down a lead and hands a visitor over, from its register, by keyboard', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, desk.login, desk.password)
  await expect(heading(page, showroom.title)).toBeVisible()
  const size = page.getByLabel(showroom.partySize, { exact: true })
  await expect(size).toBeFocused()

  // The cursor stands in the line of the register: the key goes there too.
  await page.keyboard.press('F8')
  const dialog = page.getByRole('dialog', { name: leads.add })
  await expect(labelled(dialog, leads.phone)).toBeFocused()
  await page.keyboard.type('138 0013 8001')
  await expect(dialog.getByText(leads.knownWaits)).toBeVisible()
  await expectAccessible(page)
  await labelled(dialog, leads.phone).fill('139 0000 4321')
  await expect(dialog.getByText(leads.knownWaits)).toBeHidden()
  await labelled(dialog, leads.name).fill('何先生')
  // Whom it goes to is a manager's business.
  await expect(dialog.getByRole('radio', { name: leads.way.rotation })).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(say(leads.added, { name: '何先生' }))).toBeVisible()
  await expect(size).toBeFocused()
  // The same phone waits already, and it says so.
  await page.keyboard.press('F8')
  await expect(labelled(dialog, leads.phone)).toBeFocused()
  await page.keyboard.type('13900004321')
  await labelled(dialog, leads.name).fill('何女士')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert').first()).toBeVisible()
  await expect(labelled(dialog, leads.phone)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  // 陈晓东 has a plan overdue and is refused; one Esc leaves the dialog, whatever is typed into the reason.
  await size.focus()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: showroom.list }).getByRole('row')).toHaveCount(2)
  await expect(size).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: showroom.list })).toBeFocused()
  await page.keyboard.press('h')
  const handing = page.getByRole('dialog')
  await expect(labelled(handing, showroom.handOverTo)).toBeFocused()
  await labelled(handing, showroom.handOverTo).click()
  await page.getByRole('option', { name: /^陈晓东/ }).click()
  await labelled(handing, words.ui.field.reason).focus()
  await page.keyboard.type('客户认识他')
  await page.keyboard.press('Control+Enter')
  await expect(handing.getByRole('alert').first()).toBeVisible()
  await expect(labelled(handing, words.ui.field.reason)).toHaveValue('客户认识他')
  await page.keyboard.press('Escape')
  await expect(handing).toHaveCount(0)
})

test('the check names what waits, and a ledger of leads is taken back', async ({ launch }) => {
  const file = path.join(path.dirname(store.file), 'leads.csv')
  fs.writeFileSync(file, '姓名,电话,意向车型\r\n卫女士,13900001001,途观L\r\n蒋先生,13900001002,帕萨特\r\n')
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await goTo(page, words.frame.nav.dailyCheck)
  const strip = page.getByRole('toolbar', { name: dailyCheck.attention.title })
  await strip.getByRole('button', { name: new RegExp(codes.attention.leads_unassigned) }).click()
  await expect(page.getByRole('listbox', { name: codes.attention.leads_unassigned })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: dailyCheck.attention.open.leads }).click()
  await expect(heading(page, leads.title)).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).nth(1)).toContainText('何先生')

  await page.keyboard.press('4')
  await expect(page.getByText(imports.noHistory)).toBeVisible()
  await answerOpenDialog(app, file)
  await page.keyboard.press('o')
  await expect(page.getByText(say(leads.import.rows, { rows: 2, clean: 2 }))).toBeVisible()
  await page.getByRole('radio', { name: leads.way.later }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(leads.import.report)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(rows(page)).toHaveCount(4)

  // Where the imports stand, the last one goes again whole.
  await page.keyboard.press('4')
  const history = page.getByRole('grid', { name: imports.history })
  await expect(history.getByRole('row').nth(1)).toContainText('leads.csv')
  await expectAccessible(page)
  await history.focus()
  await page.keyboard.press('Enter')
  const asking = page.getByRole('dialog', { name: say(imports.undoOf, { file: 'leads.csv' }) })
  await expect(asking).toContainText(say(imports.undoHint.leads, { count: 2 }))
  await expectAccessible(page)
  await asking.getByRole('button', { name: imports.undo }).click()
  await expect(asking).toHaveCount(0)
  await expect(page.getByText(say(imports.undone.leads, { count: 2 }))).toBeVisible()
  await expect(page.getByText(imports.noHistory)).toBeVisible()
  await page.keyboard.press('1')
  await expect(rows(page)).toHaveCount(2)
})
