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

const { leads, codes, execution } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

const rows = (page: Page) => page.getByRole('grid', { name: leads.list }).getByRole('row')
const details = (page: Page) => page.getByRole('region', { name: leads.details })

test('a manager enters a lead, gives it to somebody, and sees an exception to its end, by keyboard', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await goTo(page, words.frame.nav.leads)
  await expect(heading(page, leads.title)).toBeVisible()
  await expect(page.getByText(leads.none)).toBeVisible()
  await expectAccessible(page)

  // The phone first: a known one is told at once.
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  const phone = labelled(dialog, leads.phone)
  await expect(phone).toBeFocused()
  await page.keyboard.type('138 0013 8001')
  await expect(dialog.getByText(say(leads.known, { owner: '陈晓东' }))).toBeVisible()
  await expectAccessible(page)
  await phone.fill('139 0000 4321')
  await expect(dialog.getByText(leads.knownHint)).toBeHidden()

  // Without a name it is refused where the name belongs.
  await dialog.getByRole('radio', { name: leads.way.rotation }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(dialog.getByRole('radio', { name: leads.way.later })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(labelled(dialog, leads.name)).toBeFocused()
  await page.keyboard.type('何先生')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(rows(page).nth(1)).toContainText('何先生')
  await expect(rows(page).nth(1)).toContainText(leads.notAssigned)

  // By hand: his clock runs from then on.
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog', { name: say(leads.assignOne, { name: '何先生' }) })).toBeVisible()
  await page.getByRole('combobox', { name: new RegExp(`^${leads.handTo}`) }).focus()
  await page.keyboard.type('李雪')
  await page.keyboard.press('Enter')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(rows(page).nth(1)).toContainText('李雪')
  await expect(rows(page).nth(1)).toContainText(/还剩 3[56] 小时/)
  await expect(details(page)).toContainText(
    say(leads.event.assigned, { by: '钱经理', name: '李雪', way: codes.assignmentWay.by_hand }),
  )
  await expectAccessible(page)

  // An exception, its helper, its end.
  await page.keyboard.press('x')
  await page.getByLabel(leads.raiseNote).fill('客户说已经买了别的牌子')
  await page.keyboard.press('Control+Enter')
  await expect(details(page)).toContainText(codes.leadExceptionStatus.raised)
  await page.keyboard.press('p')
  await page.getByRole('combobox', { name: new RegExp(`^${leads.helper}`) }).focus()
  await page.keyboard.type('陈晓东')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(details(page)).toContainText(codes.leadExceptionStatus.helping)
  await expectAccessible(page)
  await page.keyboard.press('f')
  await page.getByLabel(leads.outcome).fill('再约下周看车')
  await page.keyboard.press('Control+Enter')
  await expect(details(page)).toContainText(say(leads.event.ended, { by: '钱经理', text: '再约下周看车' }))

  await page.keyboard.press('k')
  await expect(heading(page, '何先生')).toBeVisible()
})

test('a consultant makes the first contact from his leads, and the calls of the day count it', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.li.login, smallPassword)
  await goTo(page, words.frame.nav.myLeads)
  await expect(heading(page, leads.ownTitle)).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: execution.title })
  await expect(form.getByRole('heading', { name: '何先生' })).toBeVisible()
  await page.getByRole('radio', { name: codes.result.reached }).focus()
  await page.keyboard.press('1')
  await form.getByRole('textbox', { name: words.ui.field.content }).fill('客户周末来看车，已约好时间')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText(leads.none)).toBeVisible()
  await page.getByRole('radio', { name: leads.shows.started }).click()
  await expect(rows(page).nth(1)).toContainText('何先生')
  await expect(details(page)).toContainText(leads.event.started)

  await page.keyboard.press('2')
  await expect(page.getByText(leads.visits.none)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('3')
  await expect(page.getByText(say(leads.calls.minimum, { count: 35 }))).toBeVisible()
  await expectAccessible(page)
})

test('a director imports a ledger of leads, and finds what was not taken', async ({ launch }) => {
  const file = path.join(path.dirname(store.file), 'leads.csv')
  fs.writeFileSync(
    file,
    '姓名,电话,意向车型,来源\r\n卫女士,13900001001,途观L,网站\r\n蒋先生,13900001002,帕萨特,网站\r\n沈先生,12,途昂,网站\r\n',
  )
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  await goTo(page, words.frame.nav.leads)
  await expect(heading(page, leads.title)).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.getByText(leads.import.drop)).toBeVisible()
  await expectAccessible(page)
  await answerOpenDialog(app, file)
  await page.keyboard.press('o')
  await expect(page.getByText(say(leads.import.rows, { rows: 3, clean: 2 }))).toBeVisible()
  await expect(page.getByRole('grid', { name: leads.import.problems })).toContainText(
    codes.problemKind.phone_invalid,
  )
  await expectAccessible(page)
  await page.getByRole('radio', { name: leads.way.later }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(leads.import.report)).toBeVisible()
  await expect(page.getByText(leads.import.rejectedFile)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(rows(page)).toHaveCount(3)

  // Several at once: marked, and assigned in one act.
  await page.getByRole('grid', { name: leads.list }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText(say(leads.marked, { count: 2 }))).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog', { name: say(leads.assignTitle, { count: 2 }) })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  // Nobody of this store works leads: they wait on, and the dialog says why.
  await expect(page.getByText(say(leads.waitsLine, { name: '卫女士' }))).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})
