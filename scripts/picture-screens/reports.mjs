import { closeDialog, go, openYesterday, press } from './walk.mjs'

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
    name: 'rectification-review',
    as: 'manager',
    open: async (page) => {
      await go(page, '/rectifications')
      // Among what is still to be done, the first that waits for him.
      for (
        let down = 0;
        down < 30 && (await page.locator('[role=region] kbd:text-is("R")').count()) === 0;
        down += 1
      ) {
        await page.locator('[role=listbox]').first().focus()
        await press(page, 'ArrowDown')
      }
      await press(page, 'r')
    },
    ready: '[role=dialog] textarea',
    after: closeDialog,
  },
  {
    name: 'print-rectification',
    as: 'manager',
    open: async (page) => {
      await go(page, '/rectifications')
      await page.locator('[role=option]').first().waitFor()
      await press(page, 'Control+p')
    },
    ready: 'article table',
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
