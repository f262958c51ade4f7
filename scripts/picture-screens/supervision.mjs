import { closeDialog, go, openCheck, openYesterday, press } from './walk.mjs'

export const screens = [
  { name: 'daily-check', as: 'manager', open: openYesterday, ready: '[role=grid] td' },
  {
    name: 'daily-check-lines',
    as: 'manager',
    open: async (page) => {
      await openYesterday(page)
      // The figure of what is out of step, of the whole team.
      await press(page, 'PageDown', 'End', ...Array(4).fill('ArrowLeft'), 'Enter')
    },
    ready: '[role=listbox] [role=option]',
  },
  {
    name: 'sign',
    as: 'manager',
    open: async (page) => {
      await openCheck(page)
      await press(page, 'F10')
    },
    ready: '[role=dialog] textarea',
    after: closeDialog,
  },
  {
    name: 'signed-check',
    as: 'manager',
    open: async (page) => {
      await openCheck(page)
      // Back to a date that is signed: there F10 opens the sheet.
      for (let days = 0; days < 20 && (await page.locator('[class*=stamp]').count()) === 0; days += 1) {
        await press(page, 'Alt+ArrowLeft')
        await page.waitForTimeout(300)
      }
      await press(page, 'F10')
    },
    ready: 'code',
  },
  {
    name: 'print',
    as: 'manager',
    open: async (page) => {
      const date = await page.evaluate(() => /signed\/([\d-]+)/.exec(location.hash)?.[1])
      await go(page, `/print/daily-check/${date}`)
    },
    ready: 'article table',
    needs: 'signed-check',
  },
  { name: 'losses', as: 'manager', open: (page) => go(page, '/losses'), ready: 'h1' },
  {
    name: 'violations',
    as: 'manager',
    open: (page) => go(page, '/violations'),
    ready: '[role=grid] [role=row]',
  },
  { name: 'daily-check-director', as: 'director', open: openYesterday, ready: '[role=grid] td' },
]
