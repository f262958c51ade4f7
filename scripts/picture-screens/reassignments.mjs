import { closeDialog, go, press } from './walk.mjs'

const home = async (page) => {
  await page.evaluate(() => sessionStorage.removeItem('showroom.reassign'))
  await go(page, '/settings')
  await page.locator('h2').first().waitFor()
  await go(page, '/reassign')
  await page.locator('[role=grid] [role=gridcell]').first().waitFor()
}
const start = async (page) => {
  await home(page)
  await page.locator('[role=grid]').first().focus()
  await press(page, 'Home', 'Enter')
  await page.locator('[role=grid] input[type=checkbox]').first().waitFor()
}
const toReceivers = async (page) => {
  await start(page)
  await press(page, 'Control+Enter')
  const boxes = page.locator('fieldset input[type=checkbox]')
  await boxes.first().waitFor()
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.locator('table td').first().waitFor()
  await page.waitForTimeout(500)
}

export const screens = [
  { name: 'reassign', as: 'director', open: home, ready: '[role=grid] [role=gridcell]' },
  { name: 'reassign-customers', as: 'director', open: start, ready: '[role=grid] input[type=checkbox]' },
  { name: 'reassign-to', as: 'director', open: toReceivers, ready: 'table td' },
  {
    name: 'reassign-numbers',
    as: 'director',
    open: async (page) => {
      await toReceivers(page)
      await page
        .locator('section button, aside button, div > button')
        .filter({ hasText: /数字|numbers/ })
        .click()
      await page.waitForTimeout(200)
    },
    ready: '[role=region] table',
  },
  {
    name: 'reassign-confirm',
    as: 'director',
    open: async (page) => {
      await toReceivers(page)
      await press(page, 'Control+Enter')
      await page.locator('[role=dialog] textarea').fill('片区调整')
    },
    ready: '[role=dialog] textarea',
  },
  {
    name: 'reassign-done',
    as: 'director',
    open: async (page) => {
      await press(page, 'Control+Enter')
      await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    },
    ready: 'h1',
    needs: 'reassign-confirm',
  },
  {
    name: 'reassign-history',
    as: 'director',
    open: home,
    ready: 'ol li',
    needs: 'reassign-done',
    after: async (page) => {
      // The store is handed on as it was found.
      await page.locator('ol li button').first().click()
      await page.locator('[role=dialog]').waitFor()
      await press(page, 'Control+Enter')
      await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'resign-refused',
    as: 'director',
    open: async (page) => {
      await go(page, '/staff')
      const consultants = page.locator('[role=grid] [role=row]').filter({ hasText: /销售顾问|consultant/i })
      await consultants.first().waitFor()
      await consultants.first().locator('button').click()
      await page.locator('[role=menuitem]').last().click()
      await page.locator('[role=dialog] form').waitFor()
      await page.waitForTimeout(300)
      await press(page, 'Control+Enter')
    },
    ready: '[role=dialog] [role=alert]',
    after: closeDialog,
  },
]
