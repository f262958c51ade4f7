import { closeDialog, go, press } from './walk.mjs'

/** The first customer of the director's list. */
const card = async (page) => {
  await go(page, '/customers')
  await page.locator('[role=listbox] [role=option]').first().waitFor()
  await page.locator('[role=listbox]').first().focus()
  await press(page, 'Home', 'Enter')
  await page.locator('h1').waitFor()
}
const button = (page, zh, en) => page.getByRole('button', { name: new RegExp(`${zh}|${en}`) }).first()

export const screens = [
  {
    name: 'privacy-channels',
    as: 'director',
    open: async (page) => {
      await card(page)
      await press(page, 'u')
      await page.locator('[role=dialog] input[type=checkbox]').first().check()
    },
    ready: '[role=dialog] input',
    after: closeDialog,
  },
  {
    name: 'privacy-erase',
    as: 'director',
    open: async (page) => {
      await card(page)
      await button(page, '抹除个人信息', 'Erase personal data').click()
    },
    ready: '[role=dialog] ul li',
    after: closeDialog,
  },
  {
    name: 'privacy-notice',
    as: 'director',
    open: async (page) => {
      await card(page)
      await page.getByRole('link', { name: /打印告知书|Print the notice/ }).click()
    },
    ready: 'article h2',
    after: (page) => press(page, 'Escape'),
  },
]
