import Database from 'better-sqlite3'
import { systemClock } from '#main/platform/clock.ts'
import { expect, test } from '../support/electron.ts'
import { expectAccessible, heading, labelled, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { clock } = words
const hour = 3_600_000

/** The small store as a live one, whose last record is so many hours away from now. */
function liveStore(hoursAgo: number) {
  const store = makeSmallStore()
  const db = new Database(store.file)
  db.exec("update store set kind = 'live'")
  db.prepare('update clock_state set highest_at = ?').run(systemClock.now() - hoursAgo * hour)
  db.close()
  return store
}

test('after a jump ahead somebody is asked whether today is today before anything is judged, by keyboard', async ({
  launch,
}) => {
  const store = liveStore(60)
  const { page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  await signIn(page, smallStaff.chen.login, smallPassword)
  const dialog = page.getByRole('dialog', { name: clock.aheadTitle })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const banner = page.getByRole('alert').filter({ hasText: clock.ahead })
  await expect(banner).toBeVisible()
  await expect(heading(page, words.toDo.title)).toBeVisible()
  await banner.getByRole('button', { name: clock.askAgain }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(banner).toBeHidden()
  const db = new Database(store.file, { readonly: true })
  expect(db.prepare('select last_rolled_on from store').pluck().get()).toBe(store.daysAgo(0))
  db.close()
  store.remove()
})

test('a clock that is behind is settled by the director with a reason', async ({ launch }) => {
  const store = liveStore(-48)
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  const banner = page.getByRole('alert').filter({ hasText: words.frame.clockBehind })
  await banner.getByRole('button', { name: clock.settle }).click()
  const dialog = page.getByRole('dialog', { name: clock.settleTitle })
  await expect(dialog.getByRole('button', { name: clock.settle })).toBeDisabled()
  await labelled(dialog, words.ui.field.reason).fill('前天有人把日期调到了后天')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(banner).toBeHidden()
  store.remove()
})
