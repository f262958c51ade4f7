import { expect, test } from '../support/electron.ts'
import { expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { policy, policyProblems, common } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a director changes an interval, sees what is wrong and what it would do, and publishes it', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  await goTo(page, words.frame.nav.policy)
  await expect(heading(page, policy.title)).toBeVisible()
  await expectAccessible(page)
  const publish = page.getByRole('button', { name: new RegExp(`^${policy.publish}`) })
  const interval = page.getByLabel(say(policy.ofGrade, { name: policy.revisitEvery, place: 3 }))
  await expect(interval).toHaveValue('15')
  await expect(publish).toBeDisabled()

  // B closes within 30 days, and cannot be called every 31.
  await interval.fill('31')
  const wrong = say(policyProblems.revisit_beyond_close_window, { grade: 'B', every: 31, window: 30 })
  await expect(page.getByText(wrong)).toBeVisible()
  await expect(page.getByRole('tab', { name: policy.section.grades })).toContainText('1')
  await expect(publish).toBeDisabled()
  await expectAccessible(page)
  await interval.fill('7')
  await expect(page.getByText(wrong)).toBeHidden()

  // What was typed survives leaving the page.
  await goTo(page, words.frame.nav.settings)
  await goTo(page, words.frame.nav.policy)
  await expect(interval).toHaveValue('7')
  await expect(page.getByText(say(policy.differences, { count: 1 }))).toBeVisible()

  // 孙丽's plan of the day after tomorrow lies beyond 7 days from her last contact.
  await page.keyboard.press('F8')
  const moved = page.getByRole('grid', { name: policy.movedTitle })
  await expect(moved.getByRole('row', { name: /孙丽.*周婷/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^周婷：/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByText(policy.table, { exact: true }).click()
  await expect(page.getByRole('rowheader', { name: '周婷' })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('F10')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(say(policy.publishWill, { plans: 1, grades: 0 }))).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel(policy.publishNote).fill('旺季加密回访')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(policy.published, { version: 2 }))).toBeVisible()
  await expect(page.getByRole('row', { name: /2.*现行.*旺季加密回访/ })).toBeVisible()
  await expect(page.getByText(policy.draftSame)).toBeVisible()

  const choose = (label: string) => page.getByLabel(label, { exact: true })
  await choose(policy.compareOld).selectOption({ label: say(policy.versionOf, { version: 1 }) })
  await choose(policy.compareNew).selectOption({ label: say(policy.versionOf, { version: 2 }) })
  await expect(page.getByRole('row', { name: /等级 B · 每几天回访 15 7/ })).toBeVisible()

  // An old version can be taken up again.
  await page.getByRole('button', { name: say(policy.loadVersion, { version: 1 }) }).click()
  await dialog.getByRole('button', { name: new RegExp(`^${policy.load}`) }).click()
  await expect(page.getByText(say(policy.differences, { count: 1 }))).toBeVisible()
  await expectAccessible(page)
})

test('a director adds, moves and removes grades by keyboard, loads a preset and lets it be', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  await goTo(page, words.frame.nav.policy)
  const code = (place: number) => page.getByLabel(say(policy.ofGrade, { name: policy.code, place }))
  await page.getByRole('button', { name: policy.addGrade }).click()
  await expect(code(5)).toHaveValue('C')
  await expect(code(4)).toHaveValue('D')
  await code(4).press('Alt+ArrowUp')
  await expect(code(3)).toHaveValue('D')
  await expect(code(3)).toBeFocused()
  await page.getByRole('button', { name: say(policy.removeGrade, { grade: 'D' }) }).click()
  await expect(code(5)).toHaveCount(0)

  for (const section of ['thresholds', 'fields', 'penalties', 'switches', 'calendar', 'history'] as const) {
    await page.getByRole('tab', { name: policy.section[section] }).click()
    await expect(page.getByRole('tabpanel')).toBeVisible()
    await expectAccessible(page)
  }
  await page.getByRole('tab', { name: policy.section.penalties }).click()
  await expect(page.getByText(policy.legalTitle)).toBeVisible()

  await page.getByRole('button', { name: policy.preset }).click()
  await page.getByRole('menuitem', { name: words.codes.policyPreset.oabcd }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${policy.load}`) })
    .click()
  await page.getByRole('tab', { name: policy.section.grades }).click()
  await expect(code(1)).toHaveValue('O')
  await page.getByRole('button', { name: policy.discard }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${policy.discard}`) })
    .click()
  await expect(code(1)).toHaveValue('H')
  await expect(page.getByRole('button', { name: common.close })).toHaveCount(0)
})
