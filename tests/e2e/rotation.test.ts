import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { openApplication } from '#main/application/open-application.ts'
import { systemClock } from '#main/platform/clock.ts'
import { expect, test } from '../support/electron.ts'
import { enrol } from '../support/windows/enrol.ts'
import { expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { rotation, frame, codes } = words
const migrationsFolder = path.resolve(import.meta.dirname, '../../drizzle')
const { zhou, li, chen, manager } = smallStaff
const store = makeSmallStore()
const desk = enrol(store.file, { name: '吴晓玲', login: 'desk', role: 'front_desk' })
test.afterAll(() => store.remove())

/** 欧阳先生 comes in, and is received by 周婷; 陈晓东 has an overdue plan since yesterday, so 李雪 is next. */
test.beforeAll(() => {
  const application = openApplication({ file: store.file, migrationsFolder })
  const now = systemClock.now()
  const ask = (call: string, input: unknown, token?: string) => {
    const answer = application.answer(call, input, { now, token })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.message}`)
    return answer.value as Record<string, unknown>
  }
  const { token } = ask('session.signIn', { login: desk.login, password: desk.password })
  const visit = { kind: 'walk_in', partySize: 2, callerName: '欧阳先生' }
  ask('visits.register', visit, String(token))
  application.close()
})

const names = (page: Page) => page.getByRole('grid', { name: rotation.list }).locator('strong')
const next = (page: Page) => page.getByRole('region', { name: rotation.next, exact: true })

/** Opens the big screen and answers the page of its window. */
async function openBoard(app: ElectronApplication, page: Page): Promise<Page> {
  const [board] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('b')])
  await expect(board.getByRole('region', { name: rotation.boardNext })).toBeVisible()
  return board
}
const countWindows = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('the desk sees who is next and why, passes over somebody by keyboard, and reads how the day went', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  await signIn(page, desk.login, desk.password)
  await goTo(page, frame.nav.rotation)
  await expect(heading(page, rotation.title)).toBeVisible()
  await expect(names(page)).toHaveText([li.name, chen.name, zhou.name])
  await expect(next(page)).toContainText(li.name)
  await expectAccessible(page)
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await expect(row(zhou.name)).toContainText('欧阳先生')
  await expect(row(zhou.name)).toContainText(codes.rotationHindrance.with_customer)
  await expect(row(chen.name)).toContainText(codes.rotationHindrance.not_clear)

  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(say(rotation.skipTitle, { name: li.name }))
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText(words.issues.required)
  await page.keyboard.type('在接电话')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(next(page)).toContainText(rotation.nobodyFree)
  await expect(row(li.name)).toContainText(codes.rotationHindrance.skipped_by_hand)

  await page.keyboard.press('v')
  const sequence = page.getByRole('grid', { name: rotation.sequence })
  await expect(sequence.getByRole('row').nth(1)).toContainText('在接电话')
  await expect(page.getByRole('region', { name: rotation.event }).getByRole('listitem')).toHaveText([
    li.name,
    chen.name,
    zhou.name,
  ])
  await expectAccessible(page)
  await page.keyboard.press('v')
  await expect(names(page)).toHaveCount(3)
})

test('a manager lets somebody through, and moves the order by keyboard and by dragging', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  await signIn(page, manager.login, smallPassword)
  await goTo(page, frame.nav.rotation)
  await names(page).filter({ hasText: chen.name }).click()
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(say(rotation.letThroughTitle, { name: chen.name }))
  await page.keyboard.type('下班前补完')
  await page.keyboard.press('Control+Enter')
  await expect(next(page)).toContainText(chen.name)
  await expect(next(page)).toContainText(say(rotation.passedOver, { count: 1 }))

  const list = page.getByRole('grid', { name: rotation.list })
  await list.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(names(page)).toHaveText([chen.name, li.name, zhou.name])
  await expect(page.getByText(rotation.moved)).toBeVisible()
  await expectAccessible(page)
  // Esc takes back what was moved; nothing was saved.
  await page.keyboard.press('Escape')
  await expect(names(page)).toHaveText([li.name, chen.name, zhou.name])
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText(
    say(rotation.saveHint, {
      before: [li.name, chen.name, zhou.name].join(' › '),
      after: [li.name, zhou.name, chen.name].join(' › '),
    }),
  )
  await page.keyboard.type('早会排定')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(rotation.moved)).toBeHidden()
  await expect(names(page)).toHaveText([li.name, zhou.name, chen.name])

  await names(page).nth(2).dragTo(names(page).nth(0))
  await expect(names(page)).toHaveText([chen.name, li.name, zhou.name])
  await page.getByRole('button', { name: rotation.save }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(rotation.moved)).toBeHidden()
  await page.keyboard.press('v')
  const steps = page.getByRole('grid', { name: rotation.sequence })
  await expect(steps.getByText(codes.rotationEventKind.reordered)).toHaveCount(2)
  await page.keyboard.press('v')
})

test('a consultant sees his own line and what he must clear, with the way to it', async ({ launch }) => {
  const { page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  await signIn(page, chen.login, smallPassword)
  await goTo(page, frame.nav.rotation)
  const row = page.getByRole('row', { name: new RegExp(chen.name) })
  await expect(row).toContainText(rotation.me)
  // Somebody else's visitor is told by his first sign alone.
  await expect(page.getByRole('grid')).toContainText('欧**')
  const details = page.getByRole('region', { name: rotation.details })
  await expect(details).toContainText(say(rotation.plansToClear, { count: 1 }))
  await expect(details).toContainText(rotation.clearOwn)
  await details.getByRole('link', { name: rotation.goToDo }).click()
  await expect(heading(page, words.toDo.title)).toBeVisible()
})

test('the big screen is one window more, follows what happens, and goes with Esc, sign-out and its window', async ({
  launch,
}) => {
  const { app, page } = await launch({ storeFile: store.file, size: { width: 1280, height: 800 } })
  await signIn(page, desk.login, desk.password)
  await goTo(page, frame.nav.rotation)
  await expect(names(page)).toHaveCount(3)

  const board = await openBoard(app, page)
  const boardNext = board.getByRole('region', { name: rotation.boardNext })
  await expect(boardNext).toContainText(chen.name)
  await expect(board.getByRole('region', { name: rotation.boardWith })).toContainText(zhou.name)
  // A visitor reads it too.
  await expect(board.locator('body')).not.toContainText('欧阳')
  await expectAccessible(board)
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const asked = webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
        asked.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
    }),
  )
  expect(preferences[1]).toEqual(preferences[0])
  expect(preferences[0]).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })

  // Opened again it is the same one, and it shows nothing but the board.
  await page.bringToFront()
  await page.keyboard.press('b')
  await expect(page.getByText(rotation.bigScreenBeside).first()).toBeVisible()
  expect(await countWindows(app)).toBe(2)
  await board.evaluate(() => (location.hash = '#/customers'))
  await expect(boardNext).toContainText(chen.name)
  expect(board.url()).toContain('#/board')

  // It follows what the desk does.
  await names(page).filter({ hasText: chen.name }).click()
  await page.keyboard.press('s')
  await page.keyboard.type('去提车')
  await page.keyboard.press('Control+Enter')
  await expect(boardNext).not.toContainText(chen.name)

  // The key closes the window before its own press is answered.
  const pressed = board.keyboard.press('Escape').catch(() => undefined)
  await Promise.all([board.waitForEvent('close'), pressed])
  expect(await countWindows(app)).toBe(1)

  const again = await openBoard(app, page)
  const closed = again.waitForEvent('close')
  await page.getByRole('button', { name: new RegExp('吴晓玲') }).click()
  await page.getByRole('menuitem', { name: new RegExp(frame.signOut) }).click()
  await closed
  expect(await countWindows(app)).toBe(1)

  await signIn(page, desk.login, desk.password)
  await goTo(page, frame.nav.rotation)
  await openBoard(app, page)
  const gone = app.waitForEvent('close')
  await page.close()
  await gone
})
