import { go, press } from './walk.mjs'

/** A form, from anywhere: the number is printed on its choice. */
async function openForm(page, number) {
  await go(page, '/settings')
  await page.locator('h2').first().waitFor()
  await go(page, '/forms')
  await page.locator('h1').first().waitFor()
  await page.locator('[role=radiogroup]').first().waitFor()
  await press(page, number)
  await page.waitForTimeout(600)
}

/** The print page of what is open, and back when the picture is taken. */
const print = (number) => async (page) => {
  await openForm(page, number)
  await press(page, 'Control+P')
  await page.waitForTimeout(600)
}
const back = (page) => press(page, 'Escape')

export const screens = [
  { name: 'forms-register', as: 'manager', open: (page) => openForm(page, '1'), ready: 'article h1' },
  {
    name: 'forms-progress',
    as: 'consultant',
    open: async (page) => {
      await openForm(page, '2')
      await page.locator('[role=grid] [tabindex="0"]').first().focus()
      await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight')
    },
    ready: '[role=grid] tbody tr',
  },
  {
    name: 'forms-progress-execute',
    as: 'consultant',
    open: async (page) => {
      await openForm(page, '2')
      await page.locator('[role=grid] [tabindex="0"]').first().focus()
      await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
      await page.waitForTimeout(700)
    },
    ready: '[role=dialog]',
    after: async (page) => {
      await press(page, 'Escape', 'Escape')
      await page.waitForTimeout(400)
    },
  },
  { name: 'forms-progress-store', as: 'director', open: (page) => openForm(page, '2'), ready: 'article h1' },
  { name: 'forms-report', as: 'consultant', open: (page) => openForm(page, '3'), ready: 'article h1' },
  {
    name: 'forms-card',
    as: 'consultant',
    open: async (page) => {
      await openForm(page, '4')
      await page.locator('#form-customer').click()
      await page.waitForTimeout(400)
      await press(page, 'ArrowDown', 'Enter')
      await page.waitForTimeout(400)
    },
    ready: 'article h1',
  },
  { name: 'forms-print-register', as: 'director', open: print('1'), ready: 'article h1', after: back },
  { name: 'forms-print-progress', as: 'consultant', open: print('2'), ready: 'article h1', after: back },
  { name: 'forms-print-report', as: 'consultant', open: print('3'), ready: 'article h1', after: back },
]
