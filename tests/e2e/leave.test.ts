import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import { expectAccessible, heading, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { leaves, frame, codes, toDo, session } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

/** A date as a person types it: 11-25. */
const typed = (daysFromNow: number) => {
  const [, month, day] = store.daysAgo(-daysFromNow).split('-')
  return `${Number(month)}-${Number(day)}`
}
const iso = (daysFromNow: number) => new RegExp(`^${store.daysAgo(-daysFromNow)} `)

async function signOut(page: Page, name: string) {
  await page.getByRole('button', { name: frame.userMenu.replace('{{name}}', name) }).click()
  await page.getByRole('menuitem', { name: session.signOut }).click()
}

/** By its name: the page has no number of its own. */
async function goToLeaves(page: Page) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(frame.nav.leaves)
  const found = page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${frame.nav.leaves}`) })
  await found
    .or(page.getByRole('option', { name: new RegExp(`^${frame.nav.leaves}`) }))
    .first()
    .press('Enter')
  await expect(heading(page, leaves.title)).toBeVisible()
  await expect(page.getByRole('dialog', { name: frame.searchTitle })).toHaveCount(0)
}

test('a consultant asks for a leave, hands over, gives it up, and is told on his first day back, by keyboard', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  const keyboard = page.keyboard
  await signIn(page, smallStaff.chen.login, smallPassword)
  await expect(page.getByRole('listbox', { name: toDo.list })).toBeVisible()
  await goToLeaves(page)
  await expect(heading(page, leaves.title)).toBeVisible()
  await expect(page.getByText(leaves.none)).toBeVisible()

  // Half a date is a date too (11-2 of 11-25): the last day follows what the first becomes.
  await keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: leaves.ask })
  await expect(dialog.getByLabel(leaves.from)).toBeFocused()
  await keyboard.type(typed(0))
  await keyboard.press('Tab')
  await expect(dialog.getByLabel(leaves.until)).toHaveValue(iso(0))
  await keyboard.type(typed(1))
  await expect(dialog.getByLabel(leaves.until)).toBeFocused()
  await keyboard.press('Tab')
  await expect(dialog.getByLabel(leaves.until)).toHaveValue(iso(1))
  await expect(dialog.getByText(/共 2 天，期间有 1 个跟进计划、1 个预购日期/)).toBeVisible()
  await expectAccessible(page)
  await keyboard.press('Control+Enter')

  // The list is walked as soon as it is there.
  await expect(heading(page, leaves.handoff)).toBeVisible()
  const lines = page.getByRole('grid', { name: leaves.handoff })
  await expect(lines.getByRole('row')).toHaveCount(3)
  await keyboard.press('Home')
  await expect(lines).toBeFocused()
  await expect(lines.getByRole('row', { name: /赵强/ })).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('p')
  await expect(lines.getByRole('row', { name: /赵强/ })).toHaveCount(0)
  await keyboard.press('e')
  const date = page.getByRole('dialog').getByLabel(leaves.newDate)
  await expect(date).toBeFocused()
  await keyboard.type('+1')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await date.press('Control+a')
  await keyboard.type('+5')
  await keyboard.press('Control+Enter')
  await expect(page.getByText(leaves.nothingOpen)).toBeVisible()

  await keyboard.press('x')
  const cancelling = page.getByRole('dialog')
  await expect(cancelling.getByRole('button', { name: leaves.keepLeave })).toBeVisible()
  await expectAccessible(page)
  await keyboard.type('不去了')
  await keyboard.press('Control+Enter')
  await expect(page.getByText(leaves.cancelledTitle)).toBeVisible()
  await expectAccessible(page)
  await keyboard.press('Alt+1')
  await expect(page.getByRole('option', { name: /赵强.*今天/ })).toBeVisible()

  // He was ill until yesterday: asked for and postponed by himself, confirmed by his manager afterwards.
  await goToLeaves(page)
  await keyboard.press('n')
  await expect(dialog.getByLabel(leaves.from)).toBeFocused()
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  const sick = page.getByRole('option', { name: codes.leaveKind.sick })
  await expect(sick).toBeVisible()
  while ((await sick.getAttribute('data-combobox-selected')) === null) await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.type(store.daysAgo(3))
  await keyboard.press('Tab')
  await keyboard.type(store.daysAgo(1))
  await keyboard.press('Control+Enter')
  await expect(heading(page, leaves.handoff)).toBeVisible()
  await expect(lines.getByRole('row', { name: /王伟/ })).toBeVisible()
  await keyboard.press('r')
  await expect(
    page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${leaves.rest}`) }),
  ).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByText(leaves.nothingOpen)).toBeVisible()
  await signOut(page, smallStaff.chen.name)

  await signIn(page, smallStaff.manager.login, smallPassword)
  await expect(page.getByRole('navigation', { name: frame.navigation })).toBeVisible()
  await goToLeaves(page)
  const list = page.getByRole('grid', { name: leaves.list })
  await expect(list.getByRole('row', { name: new RegExp(codes.leaveKind.sick) })).toBeVisible()
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(heading(page, leaves.handoff)).toBeVisible()
  await keyboard.press('F10')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Control+Enter')
  await expect(page.getByText(codes.leaveStatus.confirmed, { exact: true })).toBeVisible()
  await signOut(page, smallStaff.manager.name)

  await signIn(page, smallStaff.chen.login, smallPassword)
  await expect(page.getByText(/欢迎回来/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: leaves.see }).press('Enter')
  await expect(page.getByRole('heading', { name: new RegExp(leaves.plans) })).toBeVisible()
  await expectAccessible(page)
})
