import { go, press } from './walk.mjs'

export const screens = [
  { name: 'staff', as: 'admin', open: (page) => go(page, '/staff'), ready: '[role=grid] [role=row]' },
  { name: 'settings', as: 'admin', open: (page) => go(page, '/settings'), ready: 'h2' },
  {
    name: 'settings-updates',
    as: 'admin',
    open: async (page) => {
      await go(page, '/settings')
      await page.locator('#update-source').fill('https://example.com/updates/')
      await page.keyboard.press('Enter')
      await page.locator('[role=status]').first().waitFor()
      await page.locator('summary').click()
      await page.locator('details').getByRole('button').first().waitFor()
      await page.locator('#update-source').evaluate((field) => field.scrollIntoView({ block: 'center' }))
    },
    ready: 'details[open]',
  },
  { name: 'import', as: 'admin', open: (page) => go(page, '/imports'), ready: '[role=grid]' },
  {
    name: 'import-columns',
    as: 'admin',
    open: async (page) => {
      await go(page, '/imports')
      await page.locator('[role=grid]').waitFor()
      await press(page, 'o')
    },
    ready: 'table select',
  },
  {
    name: 'import-problems',
    as: 'admin',
    open: (page) => press(page, 'Control+Enter'),
    ready: 'table [aria-pressed=true]',
    needs: 'import-columns',
  },
  {
    name: 'import-report',
    as: 'admin',
    open: async (page) => {
      // Everybody unknown goes to one consultant, so that there is something to report.
      for (const select of await page.locator('table select').all()) await select.selectOption({ index: 1 })
      await press(page, 'Control+Enter')
    },
    ready: 'dl dd',
    needs: 'import-problems',
    after: async (page) => {
      await press(page, 'Control+Enter')
      await page.locator('[role=gridcell] button').first().click()
      await page.locator('[role=dialog]').waitFor()
      await press(page, 'Control+Enter')
      await page.locator('[role=gridcell] button').first().waitFor({ state: 'detached' })
    },
  },
  { name: 'audit', as: 'director', open: (page) => go(page, '/audit'), ready: '[role=grid] [role=row]' },
  {
    name: 'audit-verified',
    as: 'director',
    open: async (page) => {
      await go(page, '/audit')
      await page.locator('[role=grid] [role=row]').first().waitFor()
      await press(page, 'v')
    },
    ready: '[role=dialog] dl dd',
  },
]
