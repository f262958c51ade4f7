import path from 'node:path'
import { openApplication } from '#main/application/open-application.ts'
import { systemClock } from '#main/platform/clock.ts'
import { expect, test } from '../../support/electron.ts'
import { expectAccessible, heading, say, signIn, words } from '../../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../../support/small-store.ts'

const { meeting, instructions, dailyCheck } = words
const migrationsFolder = path.resolve(import.meta.dirname, '../../../drizzle')
const store = makeSmallStore()
test.afterAll(() => store.remove())

/** 陈晓东 postpones 赵强 beyond all bounds today, so that there is something to waive beside what is to be confirmed. */
function postpone() {
  const application = openApplication({ file: store.file, migrationsFolder })
  const now = systemClock.now()
  const ask = (call: string, input: unknown, token?: string) => {
    const answer = application.answer(call, input, { now, token })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.message}`)
    return answer.value as Record<string, unknown>
  }
  const signedIn = ask('session.signIn', { login: smallStaff.chen.login, password: smallPassword })
  const token = String(signedIn['token'])
  const [row] = ask('customers.search', { text: '赵强' }, token)['rows'] as { customerId: string }[]
  const card = ask('customers.get', { customerId: row?.customerId }, token)
  const [opportunity] = card['opportunities'] as { opportunityId: string; version: number }[]
  ask(
    'opportunities.update',
    {
      opportunityId: opportunity?.opportunityId,
      version: opportunity?.version,
      opportunity: { grade: 'C', expectedPurchaseDate: store.daysAgo(-80) },
    },
    token,
  )
  application.close()
}

test('a manager walks the meeting by keyboard, the consultant answers, the manager closes', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  postpone()
  const { page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  const { manager, chen, li } = smallStaff
  await signIn(page, manager.login, smallPassword)
  await expect(page.getByRole('grid', { name: /检查表/ })).toBeVisible()

  await page.keyboard.press('F9')
  const name = page.getByRole('heading', { level: 2 })
  await expect(heading(page, new RegExp(meeting.title))).toBeVisible()
  await expect(name).toHaveText('李娜')
  await expect(page.getByText(say(meeting.progressOf, { name: li.name, at: '1', of: '1' }))).toBeVisible()
  await expect(page.getByText(meeting.lossWaiting, { exact: true })).toBeVisible()
  await expect(page.getByText('138****8003')).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText('138 0013 8003')).toBeVisible()
  await expectClear()

  // Enter marks him discussed and goes on; what is to be confirmed and said of the next is done by keys alone.
  await page.keyboard.press('Enter')
  await expect(name).toHaveText('王伟')
  await expect(page.getByText('138****8001')).toBeVisible()
  const why = page.getByRole('group', { name: meeting.why })
  await expect(why.getByText(words.codes.figure.overdue, { exact: true })).toBeVisible()
  await expect(page.getByText(words.codes.violationStatus.raised, { exact: true })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog')).toContainText(meeting.confirmHint)
  await expectClear()
  // Esc gives up the question, not the meeting.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('c')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(meeting.confirmedCount, { count: '1' }))).toBeVisible()
  await page.keyboard.press('b')
  const text = page.getByLabel(instructions.text)
  await text.fill('明早九点前打电话，带上报价')
  await expectClear()
  // A click that misses the dialog takes nothing away, and what Esc has left is there again.
  await page.mouse.click(10, 600)
  await expect(text).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('b')
  await expect(text).toHaveValue('明早九点前打电话，带上报价')
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').getByText('明早九点前打电话，带上报价')).toBeVisible()

  await page.keyboard.press('ArrowRight')
  await expect(name).toHaveText('赵强')
  await expect(
    page.getByText(words.codes.violationKind.unrealistic_postponement, { exact: true }),
  ).toBeVisible()
  await page.keyboard.press('w')
  await page.getByLabel(meeting.waiveReason).fill('客户出国，护照已看')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(words.codes.violationStatus.waived, { exact: true })).toBeVisible()
  // G and a letter propose a grade; the text is there to be bettered.
  await page.keyboard.press('g')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByLabel(instructions.text)).toHaveValue(say(instructions.proposes, { grade: 'B' }))
  await page.keyboard.press('Control+Enter')
  await expect(
    page
      .getByRole('article')
      .getByText(say(instructions.proposes, { grade: 'B' }))
      .first(),
  ).toBeVisible()
  // H names a helper.
  await page.keyboard.press('h')
  await expect(page.getByRole('combobox', { name: instructions.helper })).toBeFocused()
  await page.keyboard.type(li.name)
  await page.getByRole('option', { name: li.name }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel(instructions.text).fill('请李雪一起接待')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').getByText('请李雪一起接待')).toBeVisible()

  // Up to the consultant before, and back to where the meeting stands after having left it.
  await page.keyboard.press('ArrowUp')
  await expect(name).toHaveText('李娜')
  await page.keyboard.press('ArrowDown')
  await expect(name).toHaveText('王伟')
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog')).toContainText(meeting.proposeGrade)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(heading(page, dailyCheck.title)).toBeVisible()
  await page.keyboard.press('F9')
  await expect(name).toHaveText('王伟')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F10')
  await expect(page.getByText(new RegExp('赵强'))).toBeVisible()
  await page.getByLabel(dailyCheck.noteLabel).fill('已逐一布置')
  await expectClear()
  await page.keyboard.press('F10')
  await expect(page.getByRole('status').getByText(new RegExp(`${manager.name} .* 签字`))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(new RegExp(`${manager.name} .* 签字`)).first()).toBeVisible()

  // The consultant reads and answers from his list; the next line follows.
  await signOut()
  await signIn(page, chen.login, smallPassword)
  const toDo = page.getByRole('listbox', { name: words.toDo.list })
  await toDo.getByRole('option', { name: /明早九点前打电话/ }).click()
  await expect(page.getByText(instructions.notSeen)).toBeVisible()
  await expect(page.getByText(instructions.notSeen)).toBeHidden()
  await expectClear()
  await toDo.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel(instructions.answerLabel).fill('已打，周六上午来店')
  await expectClear()
  await page.keyboard.press('Control+Enter')
  await expect(toDo.getByRole('option', { name: /明早九点前打电话/ })).toHaveCount(0)

  // The helper has a briefing and no card.
  await signOut()
  await signIn(page, li.login, smallPassword)
  await toDo.getByRole('option', { name: /请李雪一起接待/ }).click()
  await expect(page.getByRole('region', { name: instructions.briefing })).toContainText('赵强')
  await expect(page.getByText(say(instructions.briefingOwner, { name: chen.name }))).toBeVisible()
  await expectClear()

  // The giver reads the answer where he asked, and closes.
  await signOut()
  await signIn(page, manager.login, smallPassword)
  await expect(page.getByRole('grid', { name: /检查表/ })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(name).toHaveText(meeting.end)
  await page.keyboard.press('ArrowUp')
  await expect(name).toHaveText('王伟')
  await expect(why.getByText(words.codes.attention.instruction_to_close)).toBeVisible()
  await expect(page.getByText('已打，周六上午来店', { exact: true })).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByText('已打，周六上午来店', { exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: /检查表/ })).toBeVisible()

  // A list of the check keeps its line and the keyboard while one reads the card of its customer.
  const row = page.getByRole('grid', { name: /检查表/ }).getByRole('row', { name: /陈晓东/ })
  await row.getByText('2', { exact: true }).click()
  const unanswered = page.getByRole('listbox', { name: new RegExp(words.codes.figure.unanswered) })
  await expect(unanswered.getByRole('option')).toHaveCount(2)
  await unanswered.getByRole('option').nth(1).click()
  await expect(unanswered).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, '赵强')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(unanswered.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(unanswered).toBeFocused()

  // The card keeps the whole loop.
  await page.getByRole('link', { name: words.frame.nav.customers, exact: true }).click()
  await page.getByRole('option', { name: /王伟/ }).dblclick()
  await expect(heading(page, '王伟')).toBeVisible()
  await expect(page.getByText('已打，周六上午来店')).toBeVisible()
  await expect(page.getByText(new RegExp(say(instructions.closedBy, { name: manager.name })))).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByRole('dialog')).toContainText(say(instructions.giveTo, { name: '王伟' }))
  await page.keyboard.press('Escape')
  await expectClear()

  /** Accessible as it stands; a notification that fades has no contrast. */
  async function expectClear() {
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
    await expectAccessible(page)
  }
  async function signOut() {
    await page.getByRole('button', { name: /的菜单/ }).click()
    await page.getByRole('menuitem', { name: words.session.signOut }).click()
  }
})
