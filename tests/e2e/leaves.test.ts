import { expect, test } from '../support/electron.ts'
import { expectAccessible, goTo, heading, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { leaves, codes, frame } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a manager enters a leave, postpones what falls within it, confirms it and shortens it, by keyboard', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await goTo(page, frame.nav.leaves)
  await expect(heading(page, leaves.title)).toBeVisible()
  await expect(page.getByText(leaves.none)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: leaves.askFor })
  await dialog.getByRole('combobox', { name: leaves.person }).click()
  await page.getByRole('option', { name: '陈晓东' }).click()
  await dialog.getByLabel(leaves.from).fill('+0')
  await dialog.getByLabel(leaves.until).fill('+1')
  await page.keyboard.press('Tab')
  await expect(dialog.getByText(/1 个跟进计划/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')

  // The plan of today may be postponed: leave is the only exception.
  await expect(heading(page, leaves.handoff)).toBeVisible()
  const lines = page.getByRole('grid', { name: leaves.handoff })
  await expect(lines.getByRole('row', { name: /赵强/ })).toBeVisible()
  // Esc leads back to the leaves, Enter in again.
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Escape')
  await page.getByRole('grid', { name: leaves.list }).getByRole('row').nth(1).click()
  await page.keyboard.press('Enter')
  await expect(lines.getByRole('row', { name: /赵强/ })).toBeVisible()
  await expect(page.getByRole('button', { name: new RegExp(`^${leaves.confirm}`) })).toBeDisabled()
  await expectAccessible(page)
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog', { name: leaves.restTitle }).getByRole('listitem')).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')

  // 王伟 means to buy tomorrow: his date is moved out of the leave.
  await expect(lines.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByLabel(leaves.newDate).fill('+5')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(leaves.nothingOpen)).toBeVisible()
  await page.keyboard.press('2')
  await expect(lines.getByRole('row', { name: /赵强.*已延期/ })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('F10')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(codes.leaveStatus.confirmed, { exact: true })).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { name: new RegExp(leaves.plans) })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('s')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await goTo(page, frame.nav.leaves)
  await expect(
    page.getByRole('grid', { name: leaves.list }).getByRole('row', { name: /陈晓东/ }),
  ).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('v')
  const calendar = page.getByRole('grid', { name: leaves.calendar })
  await calendar.getByRole('img').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(calendar.locator('[data-row="1"][data-column="0"]')).toBeFocused()
  await expectAccessible(page)
})
