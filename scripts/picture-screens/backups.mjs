import { closeDialog, go, press } from './walk.mjs'

const list = async (page) => {
  await go(page, '/backups')
  await page.locator('main h1').first().waitFor()
}
/** One backup more, which is then the newest. */
const make = async (page) => {
  await list(page)
  await page.waitForTimeout(400)
  await press(page, 'n')
  await page.locator('main [role=grid] [role=row][aria-selected=true]').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(200)
  await page.waitForFunction(() => document.querySelector('[data-loading]') === null)
}

export const screens = [
  { name: 'backups', as: 'director', open: make, ready: 'main [role=grid] [role=row]' },
  {
    name: 'backups-restore',
    as: 'director',
    open: async (page) => {
      await make(page)
      // Something is done after the first backup, which a restore of it would lose, as long as there is something to do.
      await go(page, '/losses')
      await page.locator('main h1').first().waitFor()
      await page.waitForTimeout(600)
      if ((await page.locator('main [role=option]').count()) > 0) {
        await press(page, 'a')
        await page.locator('[role=dialog]').waitFor()
        await press(page, 'Control+Enter')
        await page.locator('[role=dialog]').waitFor({ state: 'detached' })
      }
      await list(page)
      await page.locator('main [role=grid]').focus()
      await press(page, 'End')
      await press(page, 'r')
      await page.locator('#restore-reason').waitFor()
      await page.locator('[role=dialog] table').waitFor({ timeout: 60_000 })
      await page.locator('#restore-reason').fill('误操作，回到上午')
    },
    ready: '[role=dialog] table',
    after: closeDialog,
  },
]
