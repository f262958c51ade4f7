import { closeDialog, go, press } from './walk.mjs'

async function openRotation(page, view) {
  await page.evaluate((view) => {
    sessionStorage.setItem('showroom.rotation.view', JSON.stringify(view))
    sessionStorage.setItem('showroom.rotation.desk', JSON.stringify('showroom'))
  }, view)
  await go(page, '/settings')
  await page.locator('h2').first().waitFor()
  await go(page, '/rotation')
  await page.locator('[role=grid] [role=gridcell]').first().waitFor()
  await page.waitForTimeout(300)
}
const openOrder = (page) => openRotation(page, 'order')

export const screens = [
  { name: 'rotation', as: 'manager', open: openOrder, ready: '[role=grid] [role=gridcell]' },
  { name: 'rotation-own', as: 'consultant', open: openOrder, ready: '[role=grid] [role=gridcell]' },
  {
    name: 'rotation-moved',
    as: 'manager',
    open: async (page) => {
      await openOrder(page)
      await page.locator('[role=grid] [role=row]').nth(3).click()
      await press(page, 'Alt+ArrowUp', 'Alt+ArrowUp')
    },
    ready: '[role=alert]',
    after: (page) => press(page, 'Escape'),
  },
  {
    name: 'rotation-skip',
    as: 'frontDesk',
    open: async (page) => {
      await openOrder(page)
      await page.locator('[role=grid] [role=row]').nth(2).click()
      await press(page, 's')
    },
    ready: '#rotation-reason',
    after: closeDialog,
  },
  {
    name: 'rotation-sequence',
    as: 'manager',
    // Something has to have happened.
    open: async (page) => {
      await openOrder(page)
      await page.locator('[role=grid] [role=row]').nth(1).click()
      await press(page, 's')
      await page.waitForTimeout(300)
      // In the second language he is passed over already.
      if ((await page.locator('#rotation-reason').count()) > 0) {
        await page.locator('#rotation-reason').fill('在接电话')
        await press(page, 'Control+Enter')
        await page.locator('[role=dialog]').waitFor({ state: 'detached' })
      }
      await openRotation(page, 'sequence')
    },
    ready: '[role=grid] [role=gridcell]',
    after: openOrder,
  },
  {
    name: 'board',
    as: 'frontDesk',
    open: (page) => go(page, '/board'),
    ready: 'main section h2',
    after: (page) => press(page, 'Escape'),
  },
]
