import { expect, test } from '../support/electron.ts'
import { enrol } from '../support/windows/enrol.ts'
import { expectAccessible, heading, say, signIn, words, fillByTab } from '../support/screens.ts'
import { makeSmallStore } from '../support/small-store.ts'

const { register, codes, common } = words
const { field } = codes
const store = makeSmallStore()
const desk = enrol(store.file, { name: '吴晓玲', login: 'desk', role: 'front_desk' })
test.afterAll(() => store.remove())

test('the front desk registers a customer by keyboard, is shown whose a known number is, and opens no card', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, desk.login, desk.password)
  await expect(heading(page, words.showroom.title)).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText([
    new RegExp(words.frame.nav.showroom),
    new RegExp(words.frame.nav.register),
    new RegExp(words.frame.nav.rotation),
    new RegExp(words.frame.nav.appointments),
    new RegExp(words.frame.nav.settings),
  ])
  await page.keyboard.press('Alt+2')
  await expect(heading(page, register.title)).toBeVisible()
  const mobile = page.getByLabel(field.mobile, { exact: false }).first()
  await expect(mobile).toBeFocused()
  await expectAccessible(page)

  // 王伟 is 陈晓东's: the desk learns that and no more.
  await page.keyboard.type('138 0013-8001')
  const known = page.getByRole('region', { name: register.known })
  await expect(known).toContainText('王**')
  await expect(known).not.toContainText(register.neverContacted)
  await expect(known).toContainText(say(register.handOver, { name: '陈晓东' }))
  await expect(known.getByRole('button')).toHaveText([new RegExp(register.visit)])
  await expect(page.getByRole('button', { name: register.save, exact: true })).toHaveCount(0)
  await expectAccessible(page)

  await mobile.fill('1391234567')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/手机号应为 11 位/)).toBeVisible()
  await mobile.fill('１３９１２３４５６７８')
  await expect(page.getByText(register.newNumber)).toBeVisible()

  // What is missing is refused by field, and what was typed stays.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(words.issues.required).first()).toBeVisible()
  const owner = page.getByRole('combobox', { name: register.owner })
  await expect(owner).toHaveAttribute('aria-invalid', 'true')
  await expect(mobile).toHaveValue('１３９１２３４５６７８')
  await expectAccessible(page)

  await mobile.focus()
  await fillByTab(page, ['何敏', '>ArrowRight', '老客户介绍'])
  await page.keyboard.press('Enter')
  await fillByTab(page, ['途观L', '>ArrowRight'])
  await expect(page.getByRole('radio', { name: say(words.ui.gradeOf, { grade: 'H' }) })).toBeChecked()
  await fillByTab(page, ['', '', '>ArrowRight', '江阴', '>ArrowRight', 'u', '陈晓东'])
  await page.keyboard.press('Enter')
  await fillByTab(page, ['A要白色'])
  // Without a blank it could still become a word; leaving the field settles it.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: say(words.ui.gradeOf, { grade: 'A' }) })).toBeChecked()
  await expect(page.getByLabel(field.birthday, { exact: false }).first()).toHaveValue(common.unknown)
  await expect(page.getByRole('slider')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: say(register.doneFor, { name: '何敏' }) })).toBeVisible()
  await expect(page.getByText(/陈晓东 · 首次跟进/)).toBeVisible()
  await expect(page.getByRole('button', { name: register.openCard })).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('n')
  await expect(mobile).toBeFocused()
  await expect(mobile).toHaveValue('')

  await page.keyboard.type('13912345678')
  await expect(known).toContainText('何**')
  await page.evaluate(() => (location.hash = '#/customers'))
  await expect(heading(page, words.frame.noRight)).toBeVisible()
  await expectAccessible(page)
})
