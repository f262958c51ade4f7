import { closeDialog, go, press } from './walk.mjs'

/** The dialogs of the pictures answer with a folder of sounds, of which none fits a customer of the demo. */
async function openAll(page) {
  await go(page, '/recordings')
  await page.locator('[role=grid]').waitFor()
  // Watched from the first picture on: the folder of the dialog.
  if ((await page.locator('section button').count()) > 0) await page.locator('section button').first().click()
  await page.locator('section strong').first().waitFor()
  await press(page, '3', 's')
  await page.locator('[role=grid] [role=row][aria-selected]').first().waitFor()
}

export const screens = [
  {
    name: 'recordings',
    as: 'director',
    open: async (page) => {
      await openAll(page)
      await press(page, '1')
      await page.locator('[role=grid] [role=row][aria-selected]').first().click()
      await page.locator('[data-state] button').first().click()
      await page.locator('[data-state] [role=slider]').waitFor()
      await page.locator('[data-state] button').first().click()
    },
    ready: '[data-state] [role=slider]',
  },
  {
    name: 'recordings-match',
    as: 'director',
    open: async (page) => {
      await openAll(page)
      await press(page, '1')
      await page.locator('[role=grid] [role=row][aria-selected]').first().click()
      await press(page, 'm')
      await page.locator('[role=dialog] input').first().fill('zh')
      await page.locator('[role=option]').first().click()
    },
    ready: '[role=dialog] input[type=radio], [role=dialog] p',
    after: closeDialog,
  },
  {
    name: 'recordings-card',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/to-do')
      await page.locator('[role=listbox]').first().focus()
      await press(page, 'Home', 'k')
      await page.locator('ol li[data-kind=followUp] button').first().click()
    },
    ready: 'ol [data-state=present]',
  },
]
