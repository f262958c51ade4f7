import { expect, test } from '../support/electron.ts'
import { makeExpectingStore } from '../support/windows/expecting-store.ts'
import { expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { smallPassword, smallStaff } from '../support/small-store.ts'

const { toDo, execution, codes, customers, policy } = words
const store = makeExpectingStore()
test.afterAll(() => store.remove())

test('a consultant sees who is expected, keeps what is planned, marks a no-show and names a formal grade, by keyboard', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.chen.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  const list = page.getByRole('listbox', { name: toDo.list })
  const line = (name: string, what: string | RegExp) =>
    list.getByRole('option').filter({ hasText: name }).filter({ hasText: what })

  // Who is expected stands in the order of the times, confirmed or not.
  await expect(line('吴敏', '23:59')).toContainText(customers.confirmedYesterday)
  await expect(line('周敏', '到店看车')).toContainText(customers.notCome)
  await expectAccessible(page)

  // The call before the visit: what is planned is kept without being typed again.
  const form = page.getByRole('form', { name: execution.title })
  const reached = async (content: string) => {
    await page.getByRole('radio', { name: codes.result.reached }).focus()
    await page.keyboard.press('1')
    await page.keyboard.type(content)
    await page.keyboard.press('Control+Enter')
  }
  await line('周敏', '到店前致电').click()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('radio', { name: execution.next.keep })).toBeChecked()
  await expectAccessible(page)
  await reached('客户说路上堵车，晚一点到')
  await expect(line('周敏', '到店前致电')).toHaveCount(0)
  await page.keyboard.press('Escape')

  // He did not come: one key, one question, and what is left is a call for today.
  await line('周敏', '到店看车').click()
  await expect(page.getByRole('button', { name: toDo.noShow })).toBeVisible()
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: toDo.noShowTitle })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: toDo.noShow }).press('Enter')
  await expect(line('周敏', words.records.appointmentMissed)).toHaveCount(1)
  await expect(line('周敏', '到店看车')).toHaveCount(0)

  // The second contact of a lead in its opening asks for the formal grade.
  await line('孙立', '首轮跟进').click()
  await page.keyboard.press('Enter')
  await expect(form.getByText(say(customers.opening, { step: 1, of: 3 }))).toBeVisible()
  await expect(form.getByText(say(execution.formalGrade, { contact: 2 }))).toBeVisible()
  await reached('客户比较了两家，想先试驾')
  await expect(form.getByText(execution.choose)).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('radio', { name: say(words.ui.gradeOf, { grade: 'A' }) }).press('Space')
  await expect(form.getByRole('textbox', { name: codes.field.expectedPurchaseDate })).not.toHaveValue('')
  await page.keyboard.press('Control+Enter')
  await expect(line('孙立', '首轮跟进')).toHaveCount(0)
})

test('a director edits how leads are opened', async ({ launch }) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  await goTo(page, words.frame.nav.policy)
  await page.getByRole('tab', { name: new RegExp(`^${policy.section.leads}`) }).click()
  const opening = page.getByRole('region', { name: policy.openingSequence })
  await expect(opening.getByLabel(say(policy.openingDay, { place: 3 }))).toHaveValue('7')
  await expectAccessible(page)
  await opening.getByRole('button', { name: policy.openingDayAdd }).click()
  await expect(opening.getByLabel(say(policy.openingDay, { place: 4 }))).toHaveValue('8')
  await opening.getByLabel(say(policy.openingDay, { place: 4 })).fill('6')
  await expect(
    opening.getByText(say(words.policyProblems.opening_days_not_increasing, { day: 6, before: 7 })),
  ).toBeVisible()
  await opening.getByRole('button', { name: say(policy.openingDayRemove, { place: 4 }) }).click()
  await opening.getByRole('switch', { name: policy.openingSequenceOn }).click()
  await expect(opening.getByLabel(policy.gradeSetAfterContact)).toHaveCount(0)
})
