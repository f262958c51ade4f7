import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/electron.ts'
import { heading, words } from '../support/screens.ts'
import { binaryName, driven } from './packaged.ts'

/** A person starts the installed application for the first time: the training store, its to-do list, and all of it again tomorrow. */

const executable = path.join(driven, binaryName)

test('the packaged application opens the training store, and a restart finds it as it was', async ({
  launch,
}) => {
  const first = await launch({ executable })
  let { page } = first
  const facts = await first.app.evaluate(({ app, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return {
      packaged: app.isPackaged,
      name: app.getName(),
      path: app.getAppPath(),
      argv: process.argv,
      page: contents?.getURL(),
      pid: contents?.getOSProcessId(),
      devTools: contents?.isDevToolsOpened(),
    }
  })
  expect(facts).toMatchObject({ packaged: true, name: 'Showroom Cadence', devTools: false })
  expect(facts.path).toBe(path.join(driven, 'resources/app.asar'))
  expect(facts.page).toMatch(/^app:\/\/showroom\/index\.html/)
  if (!process.env['NO_SANDBOX']) {
    expect(facts.argv).not.toContain('--no-sandbox')
    expect(fs.readFileSync(`/proc/${facts.pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
  }

  await expect(heading(page, words.setup.title)).toBeVisible()
  await page.getByRole('button', { name: words.setup.demoStore }).click()
  const consultant = page.getByRole('button', { name: new RegExp(words.codes.role.consultant) }).first()
  await expect(consultant).toBeVisible({ timeout: 30_000 })
  await consultant.click()
  await expect(heading(page, words.toDo.title)).toBeVisible()
  const lines = page.getByRole('listbox', { name: words.toDo.list }).getByRole('option')
  await expect(lines.first()).toBeVisible()
  const list = await lines.allTextContents()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: words.execution.title })).toBeVisible()
  await first.close()

  const again = await launch({ executable, userData: first.userData })
  page = again.page
  expect(again.output()).toMatch(/window usable: store \S/)
  const person = page.getByRole('button', { name: new RegExp(words.codes.role.consultant) }).first()
  const after = page.getByRole('listbox', { name: words.toDo.list }).getByRole('option')
  await expect(after.first().or(person)).toBeVisible()
  if (await person.isVisible()) await person.click()
  await expect(after.first()).toBeVisible()
  expect(await after.allTextContents()).toEqual(list)
})

test('the packaged application has no developer tools, by menu, key or call', async ({ launch }) => {
  const { app, page } = await launch({ executable })
  await page.keyboard.press('Control+Shift+I')
  await page.keyboard.press('F12')
  const [open, roles] = await app.evaluate(async ({ BrowserWindow, Menu }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.openDevTools()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    return [contents?.isDevToolsOpened(), items.map((item) => String(item.role))]
  })
  expect(open).toBe(false)
  expect(roles.map((role) => role.toLowerCase())).not.toContain('toggledevtools')
})

test('the licences of all that is inside are shown in the settings', async ({ launch }) => {
  const { page } = await launch({ executable })
  const licences = await page.evaluate(async () => {
    const answer = await fetch('/licences.json')
    return (await answer.json()) as { name: string; text: string }[]
  })
  expect(licences.length).toBeGreaterThan(50)
  expect(licences.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'electron-updater']))
})
