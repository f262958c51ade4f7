import { closeDialog, go, press } from './walk.mjs'

const pairs = async (page) => {
  await go(page, '/duplicates')
  await page.locator('main [role=listbox] [role=option]').first().waitFor()
  await page.locator('main [role=listbox]').first().focus()
}
/** Into the fields of the first pair whose records may be merged by whoever looks. */
const fields = async (page) => {
  await pairs(page)
  await press(page, 'Home', 'Enter')
  await page.locator('[data-merge-field]').first().waitFor()
}

export const screens = [
  { name: 'duplicates', as: 'director', open: pairs, ready: '[data-merge-field]' },
  {
    name: 'duplicates-fields',
    as: 'director',
    open: async (page) => {
      await fields(page)
      await press(page, 'ArrowDown', 'ArrowRight')
    },
    ready: '[data-merge-field]',
  },
  {
    name: 'duplicates-dismiss',
    as: 'director',
    open: async (page) => {
      await pairs(page)
      await page.locator('[data-merge-field]').first().waitFor()
      await press(page, 'd')
      await page.locator('[role=dialog] input').fill('身份证号不同')
    },
    ready: '[role=dialog] input',
    after: closeDialog,
  },
  {
    name: 'duplicates-merge',
    as: 'director',
    open: async (page) => {
      await fields(page)
      await press(page, 'Control+Enter')
      await page.locator('[role=dialog] input').fill('同一人登记了两次')
    },
    ready: '[role=dialog] input',
  },
  {
    name: 'duplicates-merged',
    as: 'director',
    open: async (page) => {
      await press(page, 'Control+Enter')
      await page.locator('[role=dialog]').waitFor({ state: 'detached' })
      await go(page, '/duplicates?tab=merges')
    },
    ready: 'ol li',
    needs: 'duplicates-merge',
  },
  {
    name: 'card-merged',
    as: 'director',
    open: async (page) => {
      await go(page, '/duplicates?tab=merges')
      await page.locator('ol li a').first().click()
      await page.locator('h1').first().waitFor()
    },
    ready: '[role=status] a',
    needs: 'duplicates-merged',
    after: async (page) => {
      // The store is handed on as it was found.
      await go(page, '/duplicates?tab=merges')
      await page.locator('ol li button').first().click()
      await page.locator('[role=dialog]').waitFor()
      await press(page, 'Control+Enter')
      await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'card-merge-with',
    as: 'manager',
    open: async (page) => {
      await go(page, '/customers')
      await page.locator('main [role=listbox] [role=option]').first().waitFor()
      await page.locator('main [role=listbox]').first().focus()
      await press(page, 'Home', 'Enter')
      await page.waitForFunction(() => /customers\/./.test(location.hash))
      await page.locator('dl dd').first().waitFor()
      await page.waitForTimeout(400)
      await press(page, 'j')
      await page.locator('[role=dialog] input:not([type=hidden])').waitFor()
      await page.keyboard.type('wang')
      await page.waitForTimeout(600)
    },
    ready: '[role=dialog] input:not([type=hidden])',
    after: async (page) => {
      // The first Esc closes the list of the field.
      await press(page, 'Escape')
      await closeDialog(page)
    },
  },
  {
    name: 'register-like',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/customers')
      await page.locator('main [role=listbox] [role=option]').first().waitFor()
      await page.locator('main [role=listbox]').first().focus()
      await press(page, 'Home', 'Enter')
      await page.locator('dl dd').first().waitFor()
      await page.waitForTimeout(400)
      const title = await page.locator('h1').first().textContent()
      const name = (title ?? '').trim().split(' ')[0] ?? ''
      const area = page.locator('dl > div').filter({ hasText: /区域|Area/ })
      await area.first().waitFor()
      const place = await area.first().locator('dd').textContent()
      await go(page, '/register')
      await page.locator('#register-mobile').fill('13912345678')
      await page.locator('#register-name').fill(name)
      await page.locator('#register-area').fill(place ?? '')
      await page.waitForTimeout(600)
    },
    ready: '#register-name',
  },
]
