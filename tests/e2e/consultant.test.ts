import { expect, test } from '../support/electron.ts'
import { resetAccess } from '../support/windows/enrol.ts'
import { expectAccessible, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallStaff } from '../support/small-store.ts'

const { toDo, execution, session, codes, reasons } = words
const store = makeSmallStore()
const { login } = smallStaff.chen
const secret = resetAccess(store.file, login)
const password = 'chun-tian-lai-le-7'
test.afterAll(() => store.remove())

test('a consultant replaces his secret, works his list off by keyboard, gives one up and changes the language', async ({
  launch,
}) => {
  const first = await launch({ storeFile: store.file })
  let { page } = first
  await signIn(page, login, secret)
  await expect(heading(page, session.firstChangeTitle)).toBeVisible()
  await page.getByLabel(session.currentOneTime).fill(secret)
  await page.getByLabel(session.next, { exact: true }).fill(password)
  await page.getByLabel(session.again).fill(password)
  await page.keyboard.press('Enter')

  await expect(heading(page, toDo.title)).toBeVisible()
  const list = page.getByRole('listbox', { name: toDo.list })
  await expect(list.getByRole('option')).toHaveText([/王伟.*逾期 3 天/, /赵强.*今天/])
  await expectAccessible(page)

  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('heading', { name: '赵强' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: execution.title })
  await expect(form.getByRole('heading', { name: '王伟' })).toBeVisible()
  await expectAccessible(page)

  // Refused in words, where it belongs; what was typed stays.
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(execution.choose)).toBeVisible()
  await page.getByRole('radio', { name: codes.result.reached }).focus()
  await page.keyboard.press('1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('价格还想再谈')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(reasons.content_required).first()).toBeVisible()
  await expect(form.getByRole('textbox', { name: words.ui.field.feedback })).toHaveValue('价格还想再谈')
  await expectAccessible(page)

  const content = form.getByRole('textbox', { name: words.ui.field.content })
  await expect(content).toBeFocused()
  await page.keyboard.type('客户周末来试驾，已约好时间')
  const slider = page.getByRole('slider')
  await slider.focus()
  const proposed = await slider.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowLeft')
  await expect(slider).not.toHaveAttribute('aria-valuetext', proposed ?? '')
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(execution.planner.lastDay))
  await page.keyboard.press('Control+Enter')

  // The next line opens by itself; what is typed there survives leaving it, and the end of the application.
  await expect(page.getByText(/王伟：已保存，下次跟进/)).toBeVisible()
  await expect(form.getByRole('heading', { name: '赵强' })).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.type('客户决定不买了')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(list).toBeFocused()
  await first.close()

  const second = await launch({ storeFile: store.file, userData: first.userData })
  page = second.page
  await signIn(page, login, password)
  await expect(page.getByRole('listbox', { name: toDo.list }).getByRole('option')).toHaveText([/赵强/])
  await page.keyboard.press('Enter')
  await expect(page.getByText(execution.restored)).toBeVisible()
  await expect(page.getByRole('textbox', { name: words.ui.field.content })).toHaveValue('客户决定不买了')

  await page.getByRole('radio', { name: execution.next.plan }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('form').getByText(execution.choose)).toBeVisible()
  await page.getByRole('radio', { name: codes.lossReason.price }).focus()
  await page.keyboard.press('Space')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say(execution.doneLossApplied, { name: '赵强' }))).toBeVisible()
  await expect(page.getByText(toDo.allDone)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: new RegExp(words.frame.nav.myLosses) }).click()
  await expect(page.getByRole('option', { name: /赵强/ })).toContainText(codes.lossReason.price)
  await expect(page.getByRole('button', { name: words.losses.approve })).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole('link', { name: new RegExp(words.frame.nav.myCustomers) }).click()
  await page.keyboard.type('wangw')
  await expect(page.getByRole('option')).toHaveText([/王伟/])
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading(page, '王伟')).toBeVisible()
  await expect(page.getByText('客户周末来试驾，已约好时间')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('e')
  await page.getByLabel(codes.field.wechat).fill('wangwei88')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('wangwei88')).toBeVisible()

  await page.getByRole('button', { name: say(words.frame.userMenu, { name: smallStaff.chen.name }) }).click()
  await page.getByText(words.frame.english).click()
  await expect(page.getByRole('link', { name: /My customers/ })).toBeVisible()
  await expect(page.getByText('Customer data')).toBeVisible()
  await expectAccessible(page)
})
