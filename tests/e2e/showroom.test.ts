import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import { enrol } from '../support/windows/enrol.ts'
import { expectAccessible, goTo, heading, labelled, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { showroom, register, codes, frame, toDo, figures } = words
const { field } = codes
const store = makeSmallStore()
const desk = enrol(store.file, { name: '吴晓玲', login: 'desk', role: 'front_desk' })
const sun = enrol(store.file, { name: '孙浩', login: 'sun', role: 'consultant' })
test.afterAll(() => store.remove())

const lines = (page: Page) => page.getByRole('grid', { name: showroom.list }).getByRole('row')
const details = (page: Page) => page.getByRole('region', { name: showroom.line })
const entry = (page: Page) => page.getByRole('form', { name: showroom.entry })
const received = (page: Page) => entry(page).locator('p[role=status]')
const size = (page: Page) => page.getByLabel(showroom.partySize, { exact: true })

test('the desk registers, completes, hands over, cards and closes a day by keyboard, and the manager countersigns', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, desk.login, desk.password)
  await expect(heading(page, showroom.title)).toBeVisible()
  await expect(size(page)).toBeFocused()
  await expect(page.getByText(showroom.noneToday)).toBeVisible()
  await expectAccessible(page)

  // Nobody said how many: nothing is registered, and the field says what is wanted.
  await page.keyboard.press('Enter')
  await expect(page.getByText(showroom.sizeNeeded)).toBeVisible()

  // Two people who walk in: two key strokes. 陈晓东 has a plan overdue, so it is one of the others.
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(received(page)).toContainText(say(showroom.party, { kind: codes.visitKind.walk_in, count: 2 }))
  await expect(received(page)).toHaveText(/请 (李雪|周婷|孙浩) 接待/)
  await expect(size(page)).toBeFocused()
  await expect(size(page)).toHaveValue('')
  await expect(lines(page)).toHaveCount(2)
  await expect(lines(page).nth(1)).toContainText(say(showroom.minutes, { count: 0 }))
  await expectAccessible(page)

  // A caller: C, his number typed on and on, his name. The number finds its own field.
  await page.keyboard.press('c')
  await page.keyboard.type('13912345678')
  await expect(labelled(page, field.phone)).toHaveValue('13912345678')
  await page.keyboard.press('Tab')
  await page.keyboard.type('何')
  await page.getByRole('button', { name: '女士' }).click()
  await page.getByLabel(field.callerName).press('Enter')
  await expect(received(page)).toContainText(say(showroom.party, { kind: codes.visitKind.call_in, count: 1 }))
  const caller = lines(page).filter({ hasText: '何女士' })
  await expect(caller).toContainText('139 1234 5678')

  // A known customer is told while the number is typed, and goes to his owner, who may have work overdue.
  await page.keyboard.type('1138')
  await page.keyboard.type('00138001')
  const who = entry(page).getByRole('status').first()
  await expect(who).toContainText('王**')
  await expect(who).toContainText(say(showroom.ownerIs, { name: '陈晓东' }))
  await expect(who).toContainText(showroom.ownerHere)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(received(page)).toContainText(say(showroom.pleaseReceive, { name: '陈晓东' }))
  await expect(received(page)).toContainText(codes.assignmentWay.owner)

  // Whose earlier visit has no card is not registered again: that one is opened, and what is typed stays.
  await page.keyboard.type('113912345678')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('还没有建卡')
  await expectAccessible(page)
  await page.keyboard.press('F4')
  await expect(details(page).getByRole('heading', { name: '何女士' })).toBeVisible()
  await expect(labelled(page, field.phone)).toHaveValue('13912345678')
  await page.keyboard.press('F2')
  await expectAccessible(page)
  await page.getByRole('button', { name: showroom.clear }).click()
  await page.keyboard.press('F2')

  // He leaves: one key on his line.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await expect(details(page).getByRole('heading', { name: /王/ })).toBeVisible()
  await page.keyboard.press('l')
  await expect(lines(page).nth(1)).not.toContainText('王**')

  // The bare line is completed: what was not said is refused by its name, and nothing typed is lost.
  await page.keyboard.press('Home')
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: showroom.complete })
  await expect(labelled(form, field.phone)).toBeFocused()
  await page.keyboard.type('1391234')
  await page.keyboard.press('Tab')
  await page.keyboard.type('马先生')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(form.locator('#visit-phone-error')).toContainText('手机号应为 11 位')
  await expect(labelled(form, field.phone)).toBeFocused()
  await expect(labelled(form, field.callerName)).toHaveValue('马先生')
  await labelled(form, field.phone).fill('13912340002')
  await labelled(form, field.model).fill('途观L')
  await form.getByRole('radio', { name: say(words.ui.gradeOf, { grade: 'A' }) }).click()
  await labelled(form, field.remark).fill('要白色')
  await page.keyboard.press('Control+Enter')
  await expect(details(page).getByRole('heading', { name: '马先生' })).toBeVisible()
  await expect(lines(page).filter({ hasText: '马先生' })).toContainText('途观L')
  await expectAccessible(page)

  // It goes to somebody else, with a reason.
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog')
  await labelled(dialog, showroom.handOverTo).click()
  // Whoever has a visit without a card cannot be chosen for a first visit; one of the three has none.
  const other = page.getByRole('option', { name: /^[^·]*$/ }).first()
  const name = (await other.textContent()) ?? ''
  await other.click()
  await labelled(dialog, words.ui.field.reason).fill('客户点名')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(details(page)).toContainText(name)

  // From visit to card: everything typed is there already.
  await page.keyboard.press('k')
  await expect(heading(page, register.cardTitle)).toBeVisible()
  await expect(labelled(page, field.mobile).first()).toHaveValue('13912340002')
  await expect(labelled(page, field.name).first()).toHaveValue('马先生')
  await expect(page.getByRole('radio', { name: codes.gender.male })).toBeChecked()
  await expect(labelled(page, field.model).first()).toHaveValue('途观L')
  await expect(page.getByRole('radio', { name: say(words.ui.gradeOf, { grade: 'A' }) })).toBeChecked()
  await expect(labelled(page, field.remark).first()).toHaveValue('要白色')
  await expect(page.locator('#register-expected')).not.toHaveValue('')
  await expectAccessible(page)
  await page.getByRole('radio', { name: codes.purchaseType.first }).click()
  await labelled(page, field.area).first().fill('江阴')
  await page.getByRole('radio', { name: codes.customerType.person }).click()
  await labelled(page, field.birthday).first().focus()
  await page.keyboard.press('u')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: say(register.doneFor, { name: '马先生' }) })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('n')
  await expect(heading(page, showroom.title)).toBeVisible()
  await expect(lines(page).filter({ hasText: '马先生' })).toContainText(showroom.carded)

  // Closing waits until everybody has left.
  await page.keyboard.press('F10')
  await expect(dialog).toContainText(say(showroom.openHere, { count: 1 }))
  await expect(dialog.getByRole('button', { name: showroom.sign })).toBeDisabled()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('l')
  await expect(page.getByRole('radio', { name: `${showroom.show.here} 0` })).toBeVisible()
  await page.keyboard.press('F10')
  await expect(dialog).toContainText(say(showroom.stillOpen, { what: '' }))
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(showroom.closedHint)).toBeVisible()
  await expect(page.getByText(/吴晓玲 .* 结算/)).toBeVisible()
  await expectAccessible(page)

  // An earlier date is read back, and today again.
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText(showroom.noneThen)).toBeVisible()
  await expect(size(page)).toHaveCount(0)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(size(page)).toBeVisible()
})

test('a manager countersigns what the desk signed, and a consultant makes the card from his to-do list', async ({
  launch,
}) => {
  const { page, close } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await page.getByRole('link', { name: frame.nav.showroom, exact: true }).click()
  await expect(heading(page, showroom.title)).toBeVisible()
  await expect(page.getByRole('button', { name: showroom.countersign })).toBeVisible()
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(showroom.countersignMeans)
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(/钱经理 .* 复核/)).toBeVisible()
  await expectAccessible(page)
  await close()

  // The caller has no card yet: it waits in the list of whoever received her, whichever of them it was.
  const { li, zhou } = smallStaff
  for (const { login, name } of [li, zhou, { login: sun.login, name: '孙浩' }]) {
    const own = await launch({ storeFile: store.file })
    await signIn(own.page, login, smallPassword)
    await expect(heading(own.page, toDo.title)).toBeVisible()
    await own.page.getByRole('link', { name: frame.nav.myVisits, exact: true }).click()
    await expect(heading(own.page, showroom.ownTitle)).toBeVisible()
    await expect(own.page.getByRole('radio', { name: new RegExp(`^${showroom.show.all} \\d`) })).toBeVisible()
    for (const line of await lines(own.page).all()) {
      if ((await line.getAttribute('aria-rowindex')) !== '1') await expect(line).toContainText(name)
    }
    await expectAccessible(own.page)
    if ((await lines(own.page).filter({ hasText: '何女士' }).count()) === 0) {
      await own.close()
      continue
    }
    await goTo(own.page, frame.nav.toDo)
    const line = own.page.getByRole('option', { name: /何女士/ })
    await line.click()
    await own.page.keyboard.press('Enter')
    await expect(heading(own.page, register.cardTitle)).toBeVisible()
    await expect(labelled(own.page, field.mobile).first()).toHaveValue('13912345678')
    await expect(own.page.getByRole('radio', { name: codes.gender.female })).toBeChecked()
    await expectAccessible(own.page)
  }
})

test('a customer who comes again is not registered as a new one but as a visit', async ({ launch }) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.zhou.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  await goTo(page, frame.nav.register)
  await page.keyboard.type('13800138004')
  await expect(page.getByRole('region', { name: register.known })).toContainText('孙丽')
  await page.keyboard.press('F8')
  await expect(heading(page, showroom.ownTitle)).toBeVisible()
  await expect(labelled(page, field.phone)).toHaveValue('13800138004')
  await expectAccessible(page)
})

test('a visitor who turns out to be a customer is linked to him, and his consultant reads the figures', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.zhou.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  await page.getByRole('link', { name: frame.nav.myVisits, exact: true }).click()
  await expect(size(page)).toBeFocused()
  // A consultant registers what he received himself.
  await expect(entry(page)).toContainText(showroom.youReceive)
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('孙女士')
  await page.keyboard.press('Enter')
  await expect(received(page)).toContainText(say(showroom.pleaseReceive, { name: '周婷' }))
  await expect(details(page).getByRole('heading', { name: '孙女士' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await expect(heading(page, register.cardTitle)).toBeVisible()
  await labelled(page, field.mobile).first().fill('13800138004')
  const known = page.getByRole('region', { name: register.known })
  await expect(known).toContainText('孙丽')
  await expect(known).toContainText(register.linkHint)
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(heading(page, showroom.ownTitle)).toBeVisible()
  const line = lines(page).filter({ hasText: '孙女士' })
  await expect(line).toContainText(showroom.carded)

  await page.getByRole('link', { name: frame.nav.figures }).click()
  const table = page.getByRole('grid', { name: figures.table })
  await expect(table).toContainText('周婷')
  await expectAccessible(page)
  await table.getByRole('gridcell').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(
    page.getByRole('heading', { name: say(figures.linesOf, { who: '周婷', figure: figures.name.carding }) }),
  ).toBeVisible()
  await expect(page.getByText(figures.definition.carding)).toBeVisible()
})

test('the card keeps a quotation in yuan and the car to be traded in', async ({ launch }) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.zhou.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  await goTo(page, frame.nav.myCustomers)
  await page.getByRole('option', { name: /孙丽/ }).dblclick()
  await expect(page).toHaveURL(/customers\/./)
  await expect(page.getByRole('button', { name: words.customers.editOpportunity, exact: true })).toBeVisible()
  await page.keyboard.press('o')
  const quotation = labelled(page, field.quotationFen)
  await quotation.fill('12.345')
  await expect(page.getByText(words.ui.yuanUnreadable)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(quotation).toHaveValue('12.345')
  await quotation.fill('128,800.5')
  await labelled(page, field.tradeInCar).fill('2016 款朗逸')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/报价 ¥128,800\.50/)).toBeVisible()
  await expect(page.getByText(/置换旧车 2016 款朗逸/)).toBeVisible()
  await page.keyboard.press('o')
  await expect(quotation).toHaveValue('128800.50')
  await quotation.fill('')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/报价 ¥/)).toHaveCount(0)
})
