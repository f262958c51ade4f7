import { closeDialog, go, press } from './walk.mjs'

const part = (name) => (page) => go(page, `/leads?tab=${name}`)

export const screens = [
  {
    name: 'leads',
    as: 'manager',
    open: async (page) => {
      await go(page, '/leads?show=all')
      await page.locator('[role=grid] [role=gridcell]').first().waitFor()
    },
    ready: '[role=region] ol li',
  },
  {
    name: 'leads-own',
    as: 'consultant',
    open: (page) => go(page, '/leads'),
    ready: '[role=grid] [role=row]',
  },
  {
    name: 'leads-add',
    as: 'manager',
    open: async (page) => {
      await go(page, '/leads')
      await page.locator('[role=grid]').waitFor()
      await press(page, 'n')
      await page.locator('#lead-phone').fill('139 0000 4321')
      await page.locator('#lead-name').fill('何先生')
    },
    ready: '[role=dialog] #lead-name',
    after: closeDialog,
  },
  {
    name: 'leads-assign',
    as: 'manager',
    open: async (page) => {
      await go(page, '/leads?show=unassigned')
      await page.locator('[role=grid] [role=gridcell]').first().waitFor()
      await press(page, 'r')
    },
    ready: '[role=dialog] [role=status]',
    after: closeDialog,
  },
  {
    name: 'leads-exceptions',
    as: 'manager',
    open: (page) => go(page, '/leads?show=exceptions'),
    ready: '[role=grid]',
  },
  { name: 'leads-appointments', as: 'manager', open: part('appointments'), ready: '[role=grid]' },
  { name: 'leads-calls', as: 'manager', open: part('calls'), ready: '[role=listbox] [role=option]' },
  {
    name: 'leads-desk-add',
    as: 'frontDesk',
    open: async (page) => {
      await go(page, '/showroom')
      await page.locator('[role=grid]').first().waitFor()
      await press(page, 'F8')
      await page.locator('#lead-phone').fill('139 0000 4321')
    },
    ready: '[role=dialog] #lead-phone',
    after: closeDialog,
  },
  { name: 'leads-desk', as: 'frontDesk', open: (page) => go(page, '/leads'), ready: 'h1' },
  { name: 'leads-import-home', as: 'manager', open: part('import'), ready: '[role=grid]' },
  {
    name: 'leads-import',
    as: 'manager',
    open: async (page) => {
      await part('import')(page)
      await page.locator('h1').waitFor()
      await page.waitForTimeout(300)
      await press(page, 'o')
    },
    ready: 'table select, table input',
  },
  {
    name: 'export-dialog',
    as: 'manager',
    open: async (page) => {
      await go(page, '/customers')
      await page.locator('[role=option]').first().waitFor()
      await press(page, 'Control+e')
    },
    ready: '[role=dialog] input',
    after: closeDialog,
  },
]
