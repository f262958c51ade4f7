import { closeDialog, go, press } from './walk.mjs'

/** A part of the penalties, from anywhere. */
async function openTab(page, tab) {
  await go(page, '/settings')
  await page.locator('h2').first().waitFor()
  await page.evaluate((name) => sessionStorage.setItem('showroom.penalties.tab', JSON.stringify(name)), tab)
  await go(page, '/penalties')
  await page.locator('h1').waitFor()
  await page.waitForTimeout(500)
}

async function openList(page, status) {
  await go(page, `/violations?status=${status}`)
  await page.locator('[role=grid] [role=row]').nth(1).waitFor()
  await page.locator('[role=grid]').focus()
}

export const screens = [
  {
    name: 'violations-details',
    as: 'manager',
    open: async (page) => {
      await openList(page, 'raised')
      await press(page, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
      await page.waitForTimeout(400)
    },
    ready: '[role=region] h2',
  },
  {
    name: 'violations-confirm',
    as: 'manager',
    open: async (page) => {
      await openList(page, 'raised')
      await press(page, 'ArrowDown', 'Shift+ArrowDown', 'c')
    },
    ready: '[role=dialog] textarea',
    after: closeDialog,
  },
  {
    name: 'violations-object',
    as: 'consultant',
    open: async (page) => {
      await openList(page, 'raised')
      await press(page, 'ArrowDown', 'o')
      await page.waitForTimeout(500)
    },
    ready: '[role=dialog] textarea',
    after: closeDialog,
  },
  {
    name: 'penalties-waiting',
    as: 'director',
    open: async (page) => {
      await openTab(page, 'waiting')
      await press(page, 'a')
      await page.waitForTimeout(500)
    },
    ready: '[role=region] ol li',
  },
  {
    name: 'penalties-approve',
    as: 'director',
    open: async (page) => {
      await openTab(page, 'waiting')
      await press(page, 'a')
      await page.locator('[role=region] ol li').first().waitFor()
      await press(page, 'F10')
    },
    ready: '[role=dialog] textarea',
    after: closeDialog,
  },
  {
    name: 'penalties-ledger',
    as: 'director',
    open: (page) => openTab(page, 'ledger'),
    ready: '[role=grid] [role=row]:nth-child(2), [role=grid] [role=row]',
  },
  {
    name: 'penalties-reverse',
    as: 'director',
    open: async (page) => {
      await openTab(page, 'ledger')
      await page.locator('[role=grid]').focus()
      await press(page, 'Home', 'r')
      await page.waitForTimeout(400)
    },
    ready: '[role=dialog] textarea',
    after: closeDialog,
  },
  {
    name: 'penalties-month',
    as: 'director',
    open: (page) => openTab(page, 'month'),
    ready: '[role=grid] [role=row]',
  },
  {
    name: 'penalties-print',
    as: 'director',
    open: async (page) => {
      await openTab(page, 'month')
      await press(page, 'Control+P')
    },
    ready: 'article h1',
    after: (page) => press(page, 'Escape'),
  },
]
