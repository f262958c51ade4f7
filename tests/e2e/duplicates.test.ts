import { expect, test } from '../support/electron.ts'
import { expectAccessible, goTo, heading, say, signIn, words, fillByTab } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { duplicates, register, codes, frame } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a manager lets two share a phone, finds them alike, merges them by keyboard, and takes it back', async ({
  launch,
}) => {
  test.setTimeout(180_000)
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await goTo(page, frame.nav.register)
  await expect(heading(page, register.title)).toBeVisible()

  // 王伟 has the number already: it blocks until somebody who may says why.
  await page.keyboard.type('13800138001')
  const known = page.getByRole('region', { name: register.known })
  await expect(known).toContainText('王伟')
  const why = known.getByRole('textbox', { name: duplicates.shareReason })
  await why.fill('夫妻共用一部手机')
  await expectAccessible(page)
  await why.press('Enter')
  const name = page.locator('#register-name')
  await expect(name).toBeFocused()

  // While one types, the form says who is on record already.
  await page.keyboard.type('汪伟')
  const strip = page.getByRole('status').filter({ hasText: duplicates.like })
  await expect(strip).toContainText('王伟')
  await expect(strip).toContainText(duplicates.agrees.phone)
  await expectAccessible(page)
  await fillByTab(page, ['>ArrowRight', '老客户介绍'])
  await page.keyboard.press('Enter')
  await fillByTab(page, ['帕萨特', '>ArrowRight'])
  await fillByTab(page, ['', '', '>ArrowRight', '江阴', '>ArrowRight', 'u', '陈晓东'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: say(register.doneFor, { name: '汪伟' }) })).toBeVisible()

  await goTo(page, frame.nav.duplicates)
  await expect(heading(page, duplicates.title)).toBeVisible()
  const list = page.getByRole('listbox', { name: duplicates.list })
  const pair = list.getByRole('option')
  await expect(pair).toHaveCount(1)
  await expect(pair).toContainText('王伟')
  const details = page.getByRole('region', { name: duplicates.details })
  await expect(details).toContainText(say(duplicates.sharedBecause, { because: '夫妻共用一部手机' }))
  await expectAccessible(page)

  // ↑ ↓ walk the fields, ← → choose.
  await list.focus()
  await page.keyboard.press('Enter')
  const names = details.getByRole('radiogroup', {
    name: say(duplicates.fieldOf, { field: codes.field.name }),
  })
  await expect(names.getByRole('radio', { checked: true })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(names.getByRole('radio').first()).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await expect(names.getByRole('radio').last()).toBeChecked()
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: duplicates.mergeReason }).fill('同一人登记了两次')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(duplicates.none)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('3')
  const merged = page.getByRole('list', { name: duplicates.tab.merges }).getByRole('listitem')
  await expect(merged).toContainText('同一人登记了两次')
  await expectAccessible(page)
  await merged.getByRole('link').click()
  await expect(page.getByRole('status').filter({ hasText: duplicates.cardMergeOpen })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: duplicates.cardMergeOpen }).click()
  await merged.getByRole('button').click()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(merged).toContainText('撤销')
  await expect(merged.getByRole('button')).toHaveCount(0)

  // They are two people after all: the pair leaves the list, and can come back.
  await page.keyboard.press('1')
  await expect(pair).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('d')
  await dialog.getByRole('textbox', { name: duplicates.dismissReason }).fill('身份证号不同')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(duplicates.none)).toBeVisible()
  await page.keyboard.press('2')
  await expect(details).toContainText('身份证号不同')
  await expectAccessible(page)

  // From the card: who shares the phone, and the way to the comparison.
  await page.getByRole('link', { name: say(duplicates.openCardOf, { name: '王伟' }) }).click()
  await expect(page.getByRole('status').filter({ hasText: '夫妻共用一部手机' })).toContainText('汪伟')
  await page.keyboard.press('j')
  await expect(dialog).toBeVisible()
  await page.keyboard.type('wang')
  await page.getByRole('option', { name: /汪伟/ }).click()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(details.getByText(duplicates.fields)).toBeVisible()
  await expect(details).toContainText('身份证号不同')
})
