import { go, press } from './walk.mjs'

/** The number of the customer on the card that the thin ice opens. */
async function phoneOfFirst(page) {
  await go(page, '/ownership')
  await page.locator('[role=grid] [role=row] [role=gridcell]').first().waitFor()
  await page.locator('[role=grid]').focus()
  await press(page, 'Home', 'Enter')
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(400)
  const head = await page.locator('main header').first().textContent()
  return /1\d{2} ?\d{4} ?\d{4}/.exec(head ?? '')?.[0].replaceAll(' ', '') ?? ''
}

export const screens = [
  {
    name: 'thin-ice',
    as: 'consultant',
    open: (page) => go(page, '/ownership'),
    ready: '[role=grid] [role=gridcell]',
  },
  {
    name: 'contact-of-another',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/ownership?tab=contacts')
      await page.locator('[role=separator]').waitFor()
      await press(page, 'n')
    },
    ready: 'form textarea',
    after: (page) => press(page, 'Escape'),
  },
  {
    name: 'verdict',
    as: 'consultant',
    open: async (page) => {
      const phone = await phoneOfFirst(page)
      await go(page, `/ownership/verdict?phone=${phone}`)
    },
    ready: 'article dl',
  },
  {
    name: 'print-verdict',
    as: 'consultant',
    open: async (page) => {
      const phone = await page.evaluate(() => /phone=%?2?2?(\d+)/.exec(location.hash)?.[1])
      await go(page, `/print/verdict/${phone}`)
    },
    ready: 'article dl',
    needs: 'verdict',
  },
  {
    name: 'thin-ice-store',
    as: 'director',
    open: (page) => go(page, '/ownership'),
    ready: '[role=grid] [role=gridcell]',
  },
  { name: 'claims', as: 'director', open: (page) => go(page, '/ownership?tab=claims'), ready: 'h1' },
]
