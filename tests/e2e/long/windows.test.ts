import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, launchApp, test } from '../../support/electron.ts'
import { goTo, heading, say, signIn, words } from '../../support/screens.ts'
import { startAgain } from '../../support/windows/second-start.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../../support/small-store.ts'

const { toDo, frame, session, desktop, rotation, settings } = words
const { chen, li } = smallStaff

const countWindows = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const userMenu = (page: Page, name: string) =>
  page.getByRole('button', { name: say(frame.userMenu, { name }) })
/** Clicks an entry of the menu, as its key would. */
const menu = (app: ElectronApplication, label: string) =>
  app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const [window] = BrowserWindow.getAllWindows()
    const found = Menu.getApplicationMenu()
      ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      .find((item) => item.label === wanted)
    found?.click({}, window, window?.webContents)
  }, label)
async function newWindow(app: ElectronApplication): Promise<Page> {
  const [opened] = await Promise.all([app.waitForEvent('window'), menu(app, desktop.newWindow)])
  return opened
}
const lines = (page: Page) => page.getByRole('listbox', { name: toDo.list }).getByRole('option')

test('a second window begins signed in as the first, follows it, and can be somebody else’s', async ({
  launch,
}) => {
  const store = makeSmallStore()
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, chen.login, smallPassword)
  await expect(lines(page)).toHaveCount(2)
  const [second] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Shift+N')])
  await expect(lines(second)).toHaveCount(2)
  await expect(userMenu(second, chen.name)).toBeVisible()

  // The machine is locked or goes to sleep: both windows lock, and open together.
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  for (const each of [page, second]) await expect(heading(each, session.locked)).toBeVisible()
  await page.locator('#lock').getByLabel(session.password, { exact: true }).fill(smallPassword)
  await page.keyboard.press('Enter')
  for (const each of [page, second]) await expect(heading(each, session.locked)).toHaveCount(0)

  // Whoever signs out there leaves the first alone, and his own to-do list is his own.
  await second.keyboard.press('Control+Shift+L')
  await expect(second.getByLabel(session.login)).toBeVisible()
  await expect(userMenu(page, chen.name)).toBeVisible()
  await signIn(second, li.login, smallPassword)
  await expect(userMenu(second, li.name)).toBeVisible()
  await goTo(page, frame.nav.settings)
  await expect(heading(page, settings.title)).toBeVisible()

  // And what ends the first does not end his.
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByLabel(session.login)).toBeVisible()
  await goTo(second, frame.nav.settings)
  await expect(heading(second, settings.title)).toBeVisible()
  await second.close()
  await expect.poll(() => countWindows(app)).toBe(1)
  store.remove()
})

test('a window that borrowed a session loses it with its owner', async ({ launch }) => {
  const store = makeSmallStore()
  const { app, page } = await launch({ storeFile: store.file })
  const second = await newWindow(app)
  await expect(second.getByLabel(session.login)).toBeVisible()
  await signIn(page, chen.login, smallPassword)
  await expect(userMenu(second, chen.name)).toBeVisible()
  await second.reload()
  await expect(userMenu(second, chen.name)).toBeVisible()
  await page.keyboard.press('Control+Shift+L')
  await expect(second.getByLabel(session.login)).toBeVisible()
  store.remove()
})

test('windows come back with place, size, zoom and page, on the screen, and the board with them', async () => {
  const store = makeSmallStore()
  const first = await launchApp({ storeFile: store.file })
  const { userData } = first
  const second = await newWindow(first.app)
  await signIn(first.page, chen.login, smallPassword)
  await goTo(second, frame.nav.rotation)
  await expect(heading(second, rotation.title)).toBeVisible()
  await Promise.all([first.app.waitForEvent('window'), second.keyboard.press('b')])
  await first.app.evaluate(({ BrowserWindow }) => {
    const [one, two] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id)
    one?.setBounds({ x: 10, y: 20, width: 1100, height: 700 })
    one?.webContents.setZoomFactor(1.25)
    two?.setBounds({ x: 40, y: 30, width: 1200, height: 720 })
  })
  await first.close()
  const file = path.join(userData, 'windows.json')
  const remembered = JSON.parse(fs.readFileSync(file, 'utf8')) as { windows: { x: number; page: string }[] }
  expect(remembered).toMatchObject({
    windows: [
      { x: 10, y: 20, width: 1100, height: 700, page: '/to-do' },
      { x: 40, y: 30, width: 1200, height: 720, page: '/rotation' },
    ],
    zoom: 1.25,
    board: true,
  })
  // The display on which the second one stood is gone.
  Object.assign(remembered.windows[1] ?? {}, { x: 9000, y: -4000 })
  fs.writeFileSync(file, JSON.stringify(remembered))

  const again = await launchApp({ storeFile: store.file, userData })
  await expect.poll(() => countWindows(again.app)).toBe(3)
  await expect
    .poll(() =>
      again.app.evaluate(({ BrowserWindow, screen }) => {
        const [one, two] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id)
        const { workArea } = screen.getPrimaryDisplay()
        const at = two?.getBounds() ?? { x: -1, y: -1, width: 0, height: 0 }
        const isShown =
          at.x >= workArea.x &&
          at.y >= workArea.y &&
          at.x + at.width <= workArea.x + workArea.width &&
          at.y + at.height <= workArea.y + workArea.height
        return [one?.getBounds(), isShown, one?.webContents.getZoomFactor()]
      }),
    )
    .toEqual([{ x: 10, y: 20, width: 1100, height: 700 }, true, 1.25])
  await signIn(again.page, chen.login, smallPassword)
  await expect(heading(again.page, toDo.title)).toBeVisible()
  const pages = again.app.windows()
  const titles = () => Promise.all(pages.map((each) => each.locator('h1, [aria-live]').first().innerText()))
  await expect.poll(() => titles().then((all) => all.join()), { timeout: 15_000 }).toContain(rotation.title)
  await expect
    .poll(() =>
      Promise.all(pages.map((each) => each.getByRole('region', { name: rotation.boardNext }).count())),
    )
    .toContain(1)
  await again.close()
  fs.rmSync(userData, { recursive: true, force: true })
  store.remove()
})

test('closing the last window leaves the application in the tray only by choice; a second start brings it back', async () => {
  const started = await launchApp()
  const { app, page, userData } = started
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()))
  const closeLast = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const chosen = (await page.evaluate(() =>
    (
      window as unknown as { desktop: { call: (name: string, args: object) => Promise<unknown> } }
    ).desktop.call('choose', {
      closeToTray: true,
    }),
  )) as { can: { tray: boolean } }
  test.skip(!chosen.can.tray, 'no tray here')
  await closeLast()
  await expect.poll(visible).toEqual([false])
  await startAgain(userData)
  await expect.poll(visible).toEqual([true])
  await page.evaluate(() =>
    (
      window as unknown as { desktop: { call: (name: string, args: object) => Promise<unknown> } }
    ).desktop.call('choose', {
      closeToTray: false,
    }),
  )
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await closeLast().catch(() => undefined)
  expect(await ended).toBe(0)
  fs.rmSync(userData, { recursive: true, force: true })
})
