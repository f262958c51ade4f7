import { closeDialog, go, openYesterday, press } from './walk.mjs'

/** The meeting of the date the daily check shows; its address, so that the window keeps its size. */
async function openMeeting(page) {
  await openYesterday(page)
  const on = await page.evaluate(() => JSON.parse(sessionStorage.getItem('showroom.daily-check') ?? '{}').on)
  await go(page, `/meeting/${on}`)
  await page.locator('article').waitFor()
  await page.waitForTimeout(500)
}

export const screens = [
  { name: 'meeting', as: 'manager', open: openMeeting, ready: 'article h2' },
  {
    name: 'meeting-others',
    as: 'manager',
    open: async (page) => {
      await openMeeting(page)
      // The last page of the first consultant: what has no customer's card.
      await press(page, 'ArrowDown', 'ArrowLeft')
    },
    ready: 'article h2',
  },
  {
    name: 'meeting-instruct',
    as: 'manager',
    open: async (page) => {
      await openMeeting(page)
      await press(page, 'b')
      await page.waitForTimeout(300)
    },
    ready: '[role=dialog] textarea',
    after: closeDialog,
  },
  {
    name: 'meeting-end',
    as: 'manager',
    open: async (page) => {
      await openMeeting(page)
      await press(page, 'Enter', 'Enter', 'F10')
    },
    ready: 'form textarea',
    after: async (page) => {
      await press(page, 'Escape')
    },
  },
  {
    name: 'instructions',
    as: 'manager',
    open: (page) => go(page, '/instructions'),
    ready: '[role=listbox] [role=option]',
  },
  {
    name: 'instruction-answer',
    as: 'consultant',
    open: async (page) => {
      await go(page, '/to-do')
      await page.locator('[data-kind=instruction]').first().click()
      await page.waitForTimeout(300)
      await press(page, 'Enter')
    },
    ready: '#instruction-answer',
  },
]
