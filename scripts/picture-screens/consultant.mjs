import { closeDialog, go, press } from './walk.mjs'

export const screens = [
  {
    name: 'to-do',
    as: 'consultant',
    open: (page) => go(page, '/to-do'),
    ready: '[role=listbox] [role=option]',
  },
  {
    name: 'execution',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/to-do')
      await page.locator('[role=listbox]').first().focus()
      await press(page, 'Home', 'Enter')
    },
    ready: 'form textarea',
    after: (page) => press(page, 'Escape'),
  },
  {
    name: 'to-do-out-of-step',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/to-do')
      await page.locator('[role=listbox]').first().focus()
      await press(page, 'End')
      await page.waitForTimeout(400)
    },
    ready: '[role=listbox] [role=option][aria-selected=true]',
  },
  { name: 'register', as: 'consultant', open: (page) => go(page, '/register'), ready: 'form input' },
  { name: 'customers', as: 'consultant', open: (page) => go(page, '/customers'), ready: '[role=option]' },
  {
    name: 'customer-card',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/to-do')
      await page.locator('[role=listbox]').first().focus()
      await press(page, 'Home', 'k')
    },
    ready: 'h1',
  },
  {
    name: 'search',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/to-do')
      await press(page, 'Control+k')
      await page.keyboard.type('zh')
    },
    ready: '[role=dialog] button',
    after: closeDialog,
  },
  {
    name: 'shortcuts',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/to-do')
      await page.locator('[role=listbox]').first().focus()
      await press(page, 'Shift+?')
    },
    ready: '[role=dialog] h3',
    after: closeDialog,
  },
  { name: 'my-check', as: 'consultant', open: (page) => go(page, '/daily-check'), ready: '[role=grid] td' },
  { name: 'front-desk', as: 'frontDesk', open: (page) => go(page, '/register'), ready: 'form input' },
]
