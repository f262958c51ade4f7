import { closeDialog, go, press } from './walk.mjs'

/** Another number in each pass: whoever has no card yet is not registered twice. */
let numbers = 13_912_340_000
const number = () => String((numbers += 1))

const open = async (page) => {
  await go(page, '/settings')
  await page.locator('h2').first().waitFor()
  await go(page, '/showroom')
  await page.locator('#entry-size').waitFor()
  await page.locator('[role=grid]').waitFor()
}
/** Registers through the line at the top, as the desk does. */
const register = async (page, keys) => {
  await page.locator('#entry-size').focus()
  for (const key of keys) await (key.length > 1 ? page.keyboard.press(key) : page.keyboard.type(key))
  await page.keyboard.press('Enter')
  await page.locator('form p[role=status]').waitFor()
}

export const screens = [
  {
    name: 'showroom',
    as: 'frontDesk',
    open: async (page) => {
      await open(page)
      await register(page, ['2'])
      await register(page, ['c', ...number()])
      await register(page, [...`2${number()}`, 'Tab', ...'王先生'])
    },
    ready: '[role=grid] [role=row][aria-selected=true]',
  },
  {
    name: 'showroom-full',
    as: 'frontDesk',
    open: async (page) => {
      await open(page)
      await page.locator('#entry-size').fill('2')
      await press(page, 'F2')
      await page.locator('#entry-model').fill('帕萨特')
    },
    ready: '#entry-more',
    after: async (page) => {
      await page.locator('#entry-model').fill('')
      await page.locator('#entry-size').fill('')
      await press(page, 'F2')
    },
  },
  {
    name: 'showroom-edit',
    as: 'frontDesk',
    open: async (page) => {
      await open(page)
      await page.locator('[role=grid]').focus()
      await press(page, 'Home', 'e')
    },
    ready: '#visit-phone',
    after: (page) => press(page, 'Escape'),
  },
  {
    name: 'showroom-card',
    as: 'frontDesk',
    open: async (page) => {
      await open(page)
      // In the second look nobody is left who could receive: the card is made of a line that has its consultant.
      const received = page.locator('[role=grid] [role=row]').filter({ hasNotText: /待接待|waiting/ })
      await received.nth(1).click()
      await press(page, 'k')
    },
    ready: '#register-mobile',
  },
  {
    name: 'showroom-close',
    as: 'frontDesk',
    open: async (page) => {
      await open(page)
      await press(page, 'F10')
    },
    ready: '[role=dialog] dl',
    after: closeDialog,
  },
  { name: 'my-visits', as: 'consultant', open, ready: '[role=grid]' },
  {
    name: 'figures',
    as: 'manager',
    open: (page) => go(page, '/figures'),
    ready: '[role=grid] td',
  },
]
