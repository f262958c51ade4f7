import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import { answerSaveDialog, expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff, type SmallName } from '../support/small-store.ts'

const { ownership, codes, paper } = words
const store = makeSmallStore()
const phone = '13800138001'
test.beforeAll(() => {
  // 陈晓东 has let 王伟 lie for forty days.
  const db = new Database(store.file)
  const since = store.daysAgo(40)
  db.prepare("update customers set owner_since_on = ?, created_on = ? where name = '王伟'").run(since, since)
  db.close()
})
test.afterAll(() => store.remove())

const signInAs = (page: Page, who: SmallName) => signIn(page, smallStaff[who].login, smallPassword)

test('a dormant customer is called by a colleague, claimed, answered for and given away by the director', async ({
  launch,
}) => {
  test.setTimeout(180_000)
  const first = await launch({ storeFile: store.file })
  let { page } = first
  await signInAs(page, 'li')
  await goTo(page, words.frame.nav.ownership)
  await expect(heading(page, ownership.title)).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByText(ownership.contact.none)).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: new RegExp(`^${ownership.contact.phone}`) })).toBeFocused()
  await page.keyboard.type('138 0013 8001')
  await expect(page.getByText(say(ownership.contact.theirs, { name: '陈晓东' }))).toBeVisible()
  await expect(page.getByText('王**')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(words.issues.required)).toBeVisible()
  await page.getByRole('radio', { name: codes.result.no_answer }).focus()
  await page.keyboard.press('1')
  await page.getByRole('textbox', { name: words.ui.field.content }).fill('客户说一个多月没人联系他')
  await page.keyboard.press('Control+Enter')
  const statement = page.getByRole('textbox', { name: ownership.claim.fileStatement })
  await expect(statement).toBeVisible()
  await statement.fill('客户愿意由我跟进')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  const details = page.getByRole('region', { name: ownership.claim.details })
  await expect(details.getByText(codes.claimStatus.filed)).toBeVisible()
  await expect(details.getByText('138****8001')).toBeVisible()
  await expect(page.getByText(phone)).toHaveCount(0)
  await expectAccessible(page)
  await first.close()

  const second = await launch({ storeFile: store.file })
  ;({ page } = second)
  await signInAs(page, 'chen')
  await expect(page.getByRole('option', { name: /王伟/ })).toBeVisible()
  await page.keyboard.press('k')
  await expect(heading(page, '王伟')).toBeVisible()
  const banner = page.getByRole('status').filter({ hasText: '李雪' })
  await expect(banner).toContainText(say(ownership.banner, { name: '李雪', on: words.common.today }))
  await expectAccessible(page)
  await banner.getByRole('link', { name: ownership.bannerOpen }).click()
  await expect(page.getByRole('region', { name: ownership.claim.details })).toContainText('138 0013 8001')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: ownership.claim.answerText }).fill('上周微信联系过，没有及时录入')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: ownership.claim.details })).toContainText(
    '上周微信联系过，没有及时录入',
  )
  await page.keyboard.press('1')
  await expect(page.getByRole('grid', { name: ownership.thin.list })).toContainText('王伟')
  await second.close()

  const third = await launch({ storeFile: store.file })
  ;({ page } = third)
  await signInAs(page, 'director')
  await goTo(page, words.frame.nav.ownership)
  await page.keyboard.press('2')
  await expect(page.getByRole('option', { name: /王伟/ })).toContainText(codes.claimStatus.answered)
  await expect(page.getByRole('region', { name: ownership.claim.details })).toContainText('138 0013 8001')
  await page.keyboard.press('d')
  const decision = page.getByRole('dialog')
  await decision.getByRole('radio', { name: say(ownership.claim.approve, { name: '李雪' }) }).check()
  await decision.getByRole('radio', { name: ownership.claim.noRecordingAtAll }).check()
  await decision.getByRole('textbox', { name: ownership.claim.reason }).fill('客户指定李雪')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(ownership.claim.noneOpen)).toBeVisible()
  await page.keyboard.press('3')
  await page.getByLabel(ownership.verdict.phone).fill(phone)
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('article')
  await expect(sheet).toContainText('李雪')
  await expect(sheet).toContainText(say(ownership.record.transferred, { reason: '客户指定李雪' }))
  await expectAccessible(page)
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('button', { name: paper.pdf })).toBeVisible()
  await expectAccessible(page)
  const pdf = path.join(third.userData, 'verdict.pdf')
  await answerSaveDialog(third.app, pdf)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(say(paper.savedTo, { path: pdf }))).toBeVisible({ timeout: 20_000 })
  const drawn = fs.readFileSync(pdf, 'latin1')
  expect(drawn.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  expect(drawn).toMatch(/\/MediaBox\s*\[0 0 59\d[\d.]* 84\d/)
})
