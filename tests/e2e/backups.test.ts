import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import { answerOpenDialog, expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { backups, losses, frame, codes } = words
const store = makeSmallStore()
const second = path.join(path.dirname(store.file), 'usb')
fs.mkdirSync(second)
test.afterAll(() => store.remove())

const { director, manager } = smallStaff
const rowsOf = (page: Page) =>
  page
    .getByRole('grid', { name: backups.list })
    .getByRole('row')
    .filter({ hasNotText: backups.column.reason })
const notice = (page: Page) => page.getByRole('status', { name: backups.notice.label })

async function open(page: Page) {
  await goTo(page, frame.nav.backups)
  await expect(heading(page, backups.title)).toBeVisible()
}

test('a director backs up, sees what a restore would lose, restores, is told so, and undoes it (P4)', async ({
  launch,
}) => {
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, director.login, smallPassword)
  await open(page)
  await answerOpenDialog(app, second)
  await page.getByRole('button', { name: backups.secondChoose }).click()
  await expect(page.getByText(second, { exact: true })).toBeVisible()
  await page.getByRole('grid', { name: backups.list }).or(page.getByText(backups.none)).first().waitFor()
  await page.keyboard.press('n')
  await expect(rowsOf(page).filter({ hasText: codes.backupReason.by_hand })).toHaveCount(2)
  await expect(rowsOf(page).filter({ hasText: codes.backupPlace.second })).toHaveCount(1)
  const details = page.getByRole('region', { name: backups.details })
  await expect(details.getByRole('definition').first()).toHaveText('4')
  await expectAccessible(page)

  // Something is done that a restore of this backup would lose.
  await goTo(page, frame.nav.losses)
  await expect(page.getByRole('option', { name: /李娜/ })).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(losses.none)).toBeVisible()

  await open(page)
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  const lost = dialog.getByRole('region', { name: /会失去的操作/ })
  await expect(lost).toContainText(words.audit.calls.losses_approve)
  await expect(lost).toContainText(director.name)
  await expectAccessible(page)
  const go = dialog.getByRole('button', { name: backups.restoreConfirm, exact: false })
  await expect(go).toBeDisabled()
  await page.keyboard.type('批错了战败')
  await expect(go).toBeDisabled()
  await dialog.getByLabel(new RegExp(backups.confirmLabel)).fill('好')
  await expect(go).toBeDisabled()
  await dialog.getByLabel(new RegExp(backups.confirmLabel)).fill(backups.confirmWord)
  await page.keyboard.press('Control+Enter')

  // Everybody signs in again; the screen says which state this is.
  await expect(page.getByLabel(words.session.login)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /门店已恢复到/ })).toContainText(
    backups.restoredUndo,
  )
  await expectAccessible(page)
  await signIn(page, director.login, smallPassword)
  await page.getByRole('button', { name: backups.dismiss }).click()
  await expect(notice(page)).toContainText(/从备份恢复过/)
  await goTo(page, frame.nav.losses)
  await expect(page.getByRole('option', { name: /李娜/ })).toBeVisible()

  await notice(page).getByRole('link', { name: backups.notice.open }).click()
  await expect(page.getByText(new RegExp(`上次恢复 .*操作人 ${director.name}`))).toBeVisible()
  await page.getByRole('button', { name: backups.undo }).click()
  await page.keyboard.type('没有批错')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: backups.undone })).toBeVisible()
  await signIn(page, director.login, smallPassword)
  await goTo(page, frame.nav.losses)
  await expect(page.getByText(losses.none)).toBeVisible()
})

test('a manager is told of a second folder out of reach, and a backup that was damaged is shown as bad (P4)', async ({
  launch,
}) => {
  fs.renameSync(second, `${second}-gone`)
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, manager.login, smallPassword)
  await expect(notice(page)).toContainText(backups.secondWarning.unreachable)
  await notice(page).getByRole('link').click()
  await expect(page.getByRole('alert').filter({ hasText: backups.secondWarning.unreachable })).toBeVisible()
  const details = page.getByRole('region', { name: backups.details })
  await expect(details.getByRole('button', { name: backups.restore })).toHaveCount(0)
  await expect(details.getByText(backups.restoreWho)).toBeVisible()

  await rowsOf(page).first().click()
  const file = await details.getByText(/\.db$/).innerText()
  const bytes = fs.readFileSync(file)
  bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 512)
  fs.writeFileSync(file, bytes)
  await details.getByRole('button', { name: backups.check }).click()
  await expect(details.getByRole('alert')).toContainText(say(backups.badHint, { problem: '' }).slice(0, 8))
  await expect(rowsOf(page).first()).not.toContainText(backups.good)
  await expectAccessible(page)
  fs.renameSync(`${second}-gone`, second)
})
