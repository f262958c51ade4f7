import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { seedStore } from '#main/application/seed/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import { expect, test } from '../support/electron.ts'
import { goTo, signIn, words } from '../support/screens.ts'

/** What keeps a long list quick (F2), counted and not timed: how much of it is drawn, how often it is asked for. */

const folder = mkdtempSync(path.join(tmpdir(), 'showroom-lists-'))
const storeFile = path.join(folder, 'store.db')
test.beforeAll(() => {
  const until = asBusinessDate('2026-03-01')
  seedStore({
    file: storeFile,
    migrationsFolder,
    customers: 500,
    days: 30,
    until,
    seed: 'lists',
    locale: 'zh-CN',
  })
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rowHeight = 34
/** A row that is cut, and those beyond the edge. */
const most = (height: number) => Math.ceil(height / rowHeight) + 1 + 4

/** No more rows than are in sight are drawn, and there are more; answers how many there are. */
async function expectFewRows(list: Locator): Promise<number> {
  const rows = list.getByRole('option')
  await expect(rows.first()).toBeVisible()
  const height = await list.evaluate((box) => box.clientHeight)
  // The very first list of a window is drawn for a window's height until its own is known.
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(most(height))
  const all = Number(await rows.first().getAttribute('aria-setsize'))
  expect(all, 'more lines than are drawn').toBeGreaterThan(most(height))
  return all
}

/** Notes which calls the page asks from now on, as `toDo/list`. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const { value } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'postMessage') ?? {}
    MessagePort.prototype.postMessage = new Proxy(value as (...said: unknown[]) => void, {
      apply(send, port: MessagePort, said: [unknown]) {
        const path = /"u":"\/([a-zA-Z]+\/[a-zA-Z]+)/.exec(String(said[0]))?.[1]
        if (path !== undefined) asked.push(path)
        return Reflect.apply(send, port, said)
      },
    })
  })
const asked = (page: Page) => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)

test('of a long list the rows in sight are drawn, a step of the cursor changes two of them, and opening it asks once (F2)', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile, size: { width: 1280, height: 700 } })
  await listen(page)
  await signIn(page, 'consultant1', '123456')
  const toDo = page.getByRole('listbox', { name: words.toDo.list })
  await expect(toDo).toBeFocused()
  await expect(page.getByRole('list', { name: words.customers.timeLine })).toBeVisible()
  const calls = await asked(page)
  expect(calls.filter((call) => call === 'toDo/list')).toHaveLength(1)
  expect(calls.filter((call) => call === 'customers/get')).toHaveLength(1)

  const lines = await expectFewRows(toDo)

  await toDo.evaluate((list) => {
    const rows = new Set<Element>()
    let rebuilt = 0
    new MutationObserver((changes) => {
      for (const { target, type } of changes) {
        const row = (target instanceof Element ? target : target.parentElement)?.closest('[role="option"]')
        if (row) rows.add(row)
        if (type === 'childList') rebuilt += 1
      }
      Object.assign(globalThis, { touched: { rows: rows.size, rebuilt } })
    }).observe(list, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  await page.keyboard.press('ArrowDown')
  await expect(toDo.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  const touched = await page.evaluate(
    () => (globalThis as unknown as { touched: { rows: number; rebuilt: number } }).touched,
  )
  expect(touched).toEqual({ rows: 2, rebuilt: 0 })

  // The cursor takes the list along to its end, and back.
  await page.keyboard.press('End')
  await expect(toDo.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', `${lines}`)
  await expect(toDo.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Home')
  await expect(toDo.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1')
  await expect(toDo.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 })

  await goTo(page, words.frame.nav.myCustomers)
  await expectFewRows(page.getByRole('listbox', { name: words.customers.title }))
})

test('a grade says its name once the mouse rests on it, and is silent again when the mouse has left', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile, size: { width: 1280, height: 700 } })
  await signIn(page, 'consultant1', '123456')
  const toDo = page.getByRole('listbox', { name: words.toDo.list })
  await expect(toDo).toBeFocused()
  const badge = toDo.getByRole('option').first().locator('[role="img"][data-size]')
  await badge.hover()
  await expect(page.getByRole('tooltip')).toHaveText(
    new RegExp(`^${await badge.getAttribute('aria-label')} · `),
  )
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
})
