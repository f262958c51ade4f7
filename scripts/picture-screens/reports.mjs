import { go, openYesterday, press } from './walk.mjs'

export const screens = [
  {
    name: 'daily-check-attention',
    as: 'manager',
    open: async (page) => {
      await openYesterday(page)
      // To the kinds below the table, and into the first of them.
      await press(page, 'g', 'Enter')
    },
    ready: '[role=listbox] [role=option]',
  },
  {
    name: 'rectifications',
    as: 'manager',
    open: (page) => go(page, '/rectifications'),
    ready: 'h1',
  },
  {
    name: 'rectifications-own',
    as: 'consultant',
    open: (page) => go(page, '/rectifications'),
    ready: 'h1',
  },
  {
    name: 'suspensions',
    as: 'director',
    open: async (page) => {
      await go(page, '/rectifications')
      await page.locator('h1').waitFor()
      await press(page, '2')
      await page.waitForTimeout(300)
    },
    ready: 'h1',
  },
]
