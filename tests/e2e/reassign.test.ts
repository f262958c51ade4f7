import { expect, test } from '../support/electron.ts'
import { expectAccessible, goTo, heading, labelled, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { reassignments, staff } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a director is led from a refused resignation to the reassignment, does it by keyboard and takes it back', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  await expect(page.getByRole('grid', { name: /检查表/ })).toBeVisible()

  await goTo(page, words.frame.nav.staff)
  await page.getByRole('button', { name: say(staff.actionsOf, { name: '陈晓东' }) }).click()
  await page.getByRole('menuitem', { name: staff.resign }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: new RegExp(staff.resign) }).click()
  await expect(dialog.getByRole('alert')).toContainText('未结束的销售机会')
  await expectAccessible(page)
  await dialog.getByRole('link', { name: reassignments.goReassign }).click()

  await expect(heading(page, reassignments.title)).toBeVisible()
  const holdings = page.getByRole('grid', { name: reassignments.holdings })
  await expect(holdings.getByRole('row', { name: /陈晓东/ })).toBeVisible()
  await expectAccessible(page)
  await holdings.getByRole('row', { name: /陈晓东/ }).click()
  await page.keyboard.press('r')

  // The keyboard is in the table at once: the first customer is left out and taken again.
  await expect(heading(page, say(reassignments.titleOf, { name: '陈晓东' }))).toBeVisible()
  const held = page.getByRole('grid', { name: reassignments.heldList })
  await expect(held).toBeFocused()
  const boxes = held.getByRole('gridcell').getByRole('checkbox')
  const total = await boxes.count()
  expect(total).toBeGreaterThan(1)
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await expect(page.getByText(say(reassignments.chosen, { count: total - 1, total }))).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByText(say(reassignments.chosen, { count: total, total }))).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')

  const receivers = page.getByRole('group', { name: reassignments.receivers })
  await expect(receivers.getByRole('checkbox').first()).toBeFocused()
  await expect(receivers.getByText('陈晓东')).toHaveCount(0)
  await page.keyboard.press(' ')
  await page.keyboard.press('Tab')
  await page.keyboard.press(' ')
  const preview = page.getByRole('region', { name: reassignments.preview })
  const moves = preview.getByRole('grid', { name: reassignments.moves })
  await expect(moves.getByRole('combobox')).toHaveCount(total)
  await expectAccessible(page)
  await preview.getByRole('button', { name: reassignments.asTable }).click()
  await expect(preview.getByRole('rowheader').first()).toBeVisible()
  await expectAccessible(page)

  // One by one: the first customer to 周婷, whatever the spread says; it stays over a look elsewhere.
  await moves.getByRole('combobox').first().selectOption('周婷')
  await expect(page.getByText(say(reassignments.byHand, { count: 1 }))).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText(/1 \/ 2/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(reassignments.byHand, { count: 1 }))).toBeVisible()
  await goTo(page, words.frame.nav.staff)
  await goTo(page, words.frame.nav.reassignments)
  await expect(page.getByText(say(reassignments.byHand, { count: 1 }))).toBeVisible()
  await expect(moves.getByRole('combobox').first()).toHaveValue(/.+/)

  await expect(page.getByText(say(reassignments.summary, { count: total }))).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await labelled(dialog, reassignments.applyReason).fill('陈晓东离职')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(reassignments.done, { count: total }))).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')

  // The history offers the way back; what the book was, it is again.
  await expect(holdings.getByRole('row', { name: /陈晓东/ }).getByRole('button')).toHaveCount(0)
  const past = page.getByRole('listitem').filter({ hasText: '陈晓东离职' })
  await past.getByRole('button', { name: new RegExp(`^${reassignments.undo}`) }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(reassignments.undoneDone, { count: total, from: '陈晓东' }))).toBeVisible()
  await expect(past.getByRole('button')).toHaveCount(0)
  await expect(holdings.getByRole('row', { name: /陈晓东/ }).getByRole('button')).toHaveCount(1)
})
