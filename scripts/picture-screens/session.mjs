import { go, press } from './walk.mjs'

const password = '[type=password]'

export const screens = [
  {
    name: 'lock',
    as: 'manager',
    open: async (page) => {
      await go(page, '/customers')
      await page.locator('[role=option]').first().waitFor()
      await press(page, 'Control+l')
    },
    ready: '#lock h1',
    // The demo's own way out of it: nobody is locked in for the next picture.
    after: async (page) => {
      await page.locator('#lock form button').last().click()
      await page.locator('main section button').first().waitFor()
    },
  },
  {
    name: 'pin',
    as: 'director',
    open: async (page) => {
      await page.locator('[role=banner] button[aria-haspopup=menu]').click()
      await page.locator('[role=menuitem]').nth(2).click()
    },
    ready: `[role=dialog] ${password}`,
    after: (page) => press(page, 'Escape'),
  },
]
