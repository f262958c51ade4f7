import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { systemClock } from '#main/platform/clock.ts'
import { expect, test } from '../support/electron.ts'
import {
  answerSaveDialog,
  expectAccessible,
  heading,
  labelled,
  say,
  signIn,
  words,
} from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { session, execution, exports, paper, customers, toDo, issues } = words
const minute = 60_000
const pin = '4827'

/** The small store as a live one, whose last record is a moment ago. */
function liveStore() {
  const store = makeSmallStore()
  const db = new Database(store.file)
  db.exec("update store set kind = 'live'")
  db.prepare('update clock_state set highest_at = ?').run(systemClock.now() - minute)
  db.close()
  return store
}

const lockScreen = (page: Page) => page.getByRole('heading', { level: 1, name: session.locked })
const userMenu = (page: Page) =>
  page.getByRole('button', { name: say(words.frame.userMenu, { name: smallStaff.chen.name }) })

/** Sets the PIN in the dialog of the user menu. */
async function setPin(page: Page) {
  await userMenu(page).click()
  await page.getByRole('menuitem', { name: session.pinTitle }).click()
  const dialog = page.getByRole('dialog', { name: session.pinTitle })
  await expectAccessible(page)
  await expect(labelled(dialog, session.current)).toBeFocused()
  await page.keyboard.type(smallPassword)
  await page.keyboard.press('Tab')
  await labelled(dialog, session.newPin).fill('1234')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(issues.pin_common).first()).toBeVisible()
  await labelled(dialog, session.newPin).fill(pin)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

/** 陈晓东 signs in, has a PIN, and is in the middle of a contact; answers the field in which he types. */
async function typeBehindPin(page: Page) {
  await signIn(page, smallStaff.chen.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  await setPin(page)
  await page.getByRole('listbox', { name: toDo.list }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: execution.title })
  await page.getByRole('radio', { name: words.codes.result.reached }).focus()
  await page.keyboard.press('1')
  const feedback = form.getByRole('textbox', { name: words.ui.field.feedback })
  await feedback.fill('价格还想再谈')
  return feedback
}

test('a desk that was left locks after five idle minutes, and the PIN opens it with what was typed, by keyboard (S4)', async ({
  launch,
}) => {
  const store = liveStore()
  const { page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  await page.clock.install()
  await typeBehindPin(page)
  await page.clock.fastForward(4 * minute)
  await page.keyboard.type('，周末')
  await page.clock.fastForward(4 * minute)
  await expect(lockScreen(page)).toBeHidden()
  await page.clock.fastForward(minute + 1000)
  await expect(lockScreen(page)).toBeVisible()

  // Nothing of the page can be seen, read, reached or named.
  await expect(page.getByText('王伟').first()).toBeHidden()
  expect(await page.locator('body').ariaSnapshot()).not.toMatch(/王伟|价格/)
  expect(await page.title()).not.toContain('王伟')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+k')
  await expect(lockScreen(page)).toBeVisible()
  await page.reload()
  await expect(lockScreen(page)).toBeVisible()
  await expect(page.getByText('王伟').first()).toBeHidden()
  await expect(page.getByLabel(session.pin)).toBeFocused()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect(lockScreen(page)).toBeHidden()
  await expect(heading(page, toDo.title)).toBeVisible()
  store.remove()
})

test('what was typed stays under the lock; five wrong PINs ask for the password; somebody else signs in (S4)', async ({
  launch,
}) => {
  const store = liveStore()
  const { page } = await launch({ storeFile: store.file })
  const feedback = await typeBehindPin(page)
  await page.keyboard.press('Control+l')
  await expect(lockScreen(page)).toBeVisible()
  for (let left = 4; left > 0; left -= 1) {
    await page.keyboard.type('9999')
    await page.keyboard.press('Enter')
    await expect(page.getByText(say(issues.pin_wrong, { left }))).toBeVisible()
  }
  await page.keyboard.type('9999')
  await page.keyboard.press('Enter')
  await expect(page.getByText(issues.pin_used_up)).toBeVisible()
  await expect(labelled(page, session.password)).toBeFocused()
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await expect(page.getByText(issues.password_wrong)).toBeVisible()
  await page.keyboard.type(smallPassword)
  await page.keyboard.press('Enter')
  await expect(lockScreen(page)).toBeHidden()
  await expect(feedback).toHaveValue('价格还想再谈')
  await expect(feedback).toBeFocused()
  await page.keyboard.type('，周末再来')
  await expect(feedback).toHaveValue('价格还想再谈，周末再来')

  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: session.somebodyElse }).click()
  await expect(page.getByLabel(session.login)).toBeVisible()
  await expect(lockScreen(page)).toBeHidden()
  await signIn(page, smallStaff.li.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  store.remove()
})

test('an export asks for the password again after five minutes, and goes on as the same act (S4, P8)', async ({
  launch,
}) => {
  const store = liveStore()
  const folder = path.dirname(store.file)
  const clockFile = path.join(folder, 'clock')
  const start = systemClock.now()
  fs.writeFileSync(clockFile, String(start))
  const running = await launch({ storeFile: store.file, clockFile })
  const { page } = running
  await signIn(page, smallStaff.manager.login, smallPassword)
  await page.getByRole('link', { name: words.frame.nav.customers, exact: true }).click()
  await expect(heading(page, customers.title)).toBeVisible()
  await expect(page.getByRole('option').first()).toBeVisible()
  fs.writeFileSync(clockFile, String(start + 5 * minute + 1000))
  const file = path.join(folder, 'customers.csv')
  await answerSaveDialog(running.app, file)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: say(exports.of, { list: exports.list.customers }) })
  await expect(labelled(dialog, exports.reason)).toBeFocused()
  await page.keyboard.type('月度例会')
  await dialog.getByRole('radio', { name: exports.csv }).click()
  await labelled(dialog, exports.reason).focus()
  await page.keyboard.press('Control+Enter')
  const asking = page.getByRole('dialog', { name: session.confirmTitle })
  await expect(labelled(asking, session.password)).toBeFocused()
  await expectAccessible(page)

  // Given up, what was typed stays and the focus goes back.
  await page.keyboard.press('Escape')
  await expect(asking).toBeHidden()
  await expect(dialog.getByRole('alert')).toContainText(words.errors.CONFIRM_AGAIN)
  await expect(labelled(dialog, exports.reason)).toHaveValue('月度例会')
  await expect(labelled(dialog, exports.reason)).toBeFocused()
  expect(fs.existsSync(file)).toBe(false)

  await page.keyboard.press('Control+Enter')
  await expect(labelled(asking, session.password)).toBeFocused()
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await expect(asking.getByText(session.passwordWrong)).toBeVisible()
  await page.keyboard.type(smallPassword)
  await page.keyboard.press('Enter')
  await expect(asking).toBeHidden()
  await expect(page.getByText(say(paper.savedTo, { path: file }))).toBeVisible()
  await expect(dialog).toBeHidden()
  expect(fs.readFileSync(file, 'utf8')).toContain('王伟')
  await running.close()
  const db = new Database(store.file, { readonly: true })
  expect(db.prepare("select count(*) from audit_entries where call = 'exports.list'").pluck().get()).toBe(1)
  db.close()
  store.remove()
})
