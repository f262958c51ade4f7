import { expect, test } from '../support/electron.ts'
import { fillByTab, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { codes, execution, frame, register, toDo } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

/** Every answer to the window comes 400 ms late. */
const slow = { hooks: ['slow-answers.cjs'], env: { SHOWROOM_TEST_SLOW: '400' } }

test('who saves faster than the next plan is proposed waits for it, once, and gets the plan of the grade chosen last', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file, ...slow })
  await signIn(page, smallStaff.chen.login, smallPassword)
  await expect(page.getByRole('option', { name: /王伟/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: execution.title })
  await expect(form.getByRole('heading', { name: '王伟' })).toBeVisible()
  // From here on nobody waits for anything: result, words, another grade, and saved twice.
  await form.getByRole('textbox', { name: words.ui.field.content }).fill('客户周末来试驾，已约好时间')
  await page.getByRole('radio', { name: codes.result.reached }).focus()
  await page.keyboard.press('1')
  await form.getByRole('radio', { name: say(words.ui.gradeOf, { grade: 'C' }) }).check()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/王伟：已保存，下次跟进/)).toHaveCount(1)
  await expect(form.getByRole('heading', { name: '赵强' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: toDo.list })).toBeVisible()
})

test('who registers faster than a plan is proposed gets his customer, not a date that nobody chose', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file, ...slow })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await goTo(page, frame.nav.register)
  await expect(heading(page, register.title)).toBeVisible()
  await page.keyboard.type('13912340000')
  await expect(page.getByText(register.newNumber)).toBeVisible()
  await fillByTab(page, ['邱敏', '>ArrowRight', '老客户介绍'])
  await page.keyboard.press('Enter')
  await fillByTab(page, [
    '帕萨特',
    '>ArrowRight',
    '',
    '',
    '>ArrowRight',
    '江阴',
    '>ArrowRight',
    'u',
    '陈晓东',
  ])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: say(register.doneFor, { name: '邱敏' }) })).toBeVisible()
})
