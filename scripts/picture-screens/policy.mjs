import { closeDialog, go, press } from './walk.mjs'

/** Opens one part of the policy editor. */
async function openPart(page, part) {
  await go(page, '/settings')
  await page.locator('h2').first().waitFor()
  await page.evaluate((name) => sessionStorage.setItem('showroom.policy.section', JSON.stringify(name)), part)
  await go(page, '/policy')
  await page.locator('h1').waitFor()
}

/** Halves the interval of the first grades, so that there is something to preview. */
async function shorten(page) {
  await openPart(page, 'grades')
  for (const [row, days] of [
    [1, '1'],
    [2, '3'],
    [3, '7'],
    [4, '14'],
  ]) {
    await page.locator(`tbody tr:nth-child(${row}) td:nth-child(7) input`).click()
    await press(page, 'Control+a', ...days)
  }
}

export const screens = [
  {
    name: 'policy-leads',
    as: 'director',
    open: (page) => openPart(page, 'leads'),
    ready: 'section [role=switch]',
  },
  { name: 'policy', as: 'director', open: (page) => openPart(page, 'grades'), ready: 'tbody tr input' },
  {
    name: 'policy-problems',
    as: 'director',
    open: async (page) => {
      await openPart(page, 'grades')
      await page.locator('tbody tr:nth-child(1) td:nth-child(7) input').click()
      await press(page, 'Control+a', '9')
    },
    ready: '[role=status] button',
  },
  {
    name: 'policy-penalties',
    as: 'director',
    open: (page) => openPart(page, 'penalties'),
    ready: '[role=tabpanel] section',
  },
  {
    name: 'policy-thresholds',
    as: 'director',
    open: (page) => openPart(page, 'thresholds'),
    ready: '[role=tabpanel] input',
  },
  {
    name: 'policy-fields',
    as: 'director',
    open: (page) => openPart(page, 'fields'),
    ready: '[role=tabpanel] table',
  },
  {
    name: 'policy-switches',
    as: 'director',
    open: (page) => openPart(page, 'switches'),
    ready: '[role=tabpanel] input',
  },
  {
    name: 'policy-calendar',
    as: 'director',
    open: async (page) => {
      await openPart(page, 'calendar')
      await page.locator('[role=tabpanel] form ~ button').first().click()
    },
    ready: '[role=tabpanel] [role=group]',
  },
  {
    name: 'policy-preview',
    as: 'director',
    open: async (page) => {
      await shorten(page)
      await press(page, 'F8')
    },
    ready: '[role=img] svg',
  },
  {
    name: 'policy-load',
    as: 'director',
    open: async (page) => {
      await shorten(page)
      await press(page, 'F8')
      await page.locator('[role=img] svg').last().waitFor()
      await page.locator('[role=tabpanel] section:last-child').evaluate((part) => part.scrollIntoView())
    },
    ready: '[role=img] svg',
  },
  {
    name: 'policy-publish',
    as: 'director',
    open: async (page) => {
      await shorten(page)
      await press(page, 'F10')
    },
    ready: '[role=dialog] [role=status]',
    after: closeDialog,
  },
  {
    name: 'policy-history',
    as: 'director',
    open: async (page) => {
      await shorten(page)
      await openPart(page, 'history')
    },
    ready: '[role=tabpanel] select',
  },
]
