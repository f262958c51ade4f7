import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync } from 'fflate'
import { openApplication } from '#main/application/open-application.ts'
import { systemClock } from '#main/platform/clock.ts'
import { businessDateAt, instantAt } from '#shared/time/instant.ts'
import { expect, launchApp, test } from '../support/electron.ts'
import {
  answerSaveDialog,
  expectAccessible,
  goTo,
  heading,
  labelled,
  signIn,
  words,
} from '../support/screens.ts'
import { startAgain } from '../support/windows/second-start.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { toDo, frame, desktop, settings, session, customers } = words
const { chen, zhou } = smallStaff
const zone = 'Asia/Shanghai'
const migrationsFolder = path.resolve('drizzle')
const today = businessDateAt(systemClock.now(), zone)
const minute = 60_000

/** A file with the moment that the application takes for the present one. */
function makeClock(time: string) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-clock-')), 'now')
  const set = (text: string) => fs.writeFileSync(file, String(instantAt(today, text, zone)))
  set(time)
  return { file, set, remove: () => fs.rmSync(path.dirname(file), { recursive: true }) }
}

/** 王建国 comes at 10:30 today to 陈晓东, whose store is otherwise the small one. */
function storeWithAppointment() {
  const store = makeSmallStore()
  const application = openApplication({ file: store.file, migrationsFolder })
  const now = instantAt(today, '00:30', zone) - 120 * minute
  const ask = (call: string, input: unknown, token?: string) => {
    const answer = application.answer(call, input, { now, token })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.message}`)
    return answer.value as Record<string, unknown>
  }
  const { token } = ask('session.signIn', { login: chen.login, password: smallPassword })
  const customer = {
    name: '王建国',
    gender: 'male',
    mobile: '13912345678',
    birthday: '1988-05-20',
    area: '江阴',
    source: 'walk_in',
    customerType: 'person',
  }
  const opportunity = { model: '帕萨特', grade: 'H', expectedPurchaseDate: today, purchaseType: 'first' }
  const plan = { on: today, time: '10:30', channel: 'showroom_visit', purpose: '看车' }
  const made = ask('customers.register', { customer, opportunity, plan }, String(token))
  application.close()
  return { ...store, customerId: String(made['customerId']) }
}

interface Shown {
  readonly title: string
  readonly body: string
}
/** Notifications are noted instead of shown: no system here shows them. */
const noteNotifications = (app: ElectronApplication) =>
  app.evaluate(({ Notification }) => {
    const shown: object[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: object) {
      shown.push(this)
    }
  })
const notifications = (app: ElectronApplication): Promise<Shown[]> =>
  app.evaluate(() =>
    (globalThis as unknown as { shown: Shown[] }).shown.map(({ title, body }) => ({ title, body })),
  )
const clickNotification = (app: ElectronApplication, index: number) =>
  app.evaluate((_electron, at) => {
    ;(globalThis as unknown as { shown: { emit: (name: string) => void }[] }).shown[at]?.emit('click')
  }, index)
/** Half a minute later, as far as the page can tell. */
const later = (page: Page) => page.clock.runFor(31_000)

test('reminds of an appointment and of the open day, each person of his own, once, and leads there (S5)', async () => {
  const store = storeWithAppointment()
  const clock = makeClock('10:00')
  const first = await launchApp({ storeFile: store.file, clockFile: clock.file })
  const { app, page, userData } = first
  await noteNotifications(app)
  await page.clock.install()
  await signIn(page, chen.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  await later(page)
  expect(await notifications(app)).toEqual([])

  clock.set('10:16')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await later(page)
  await expect
    .poll(() => notifications(app))
    .toEqual([{ title: '10:30 到店 · 王先生', body: '还有 14 分钟' }])
  clock.set('10:20')
  await later(page)
  await goTo(page, frame.nav.settings)
  expect(await notifications(app)).toHaveLength(1)
  await clickNotification(app, 0)
  await expect(heading(page, '王建国')).toBeVisible()

  clock.set('17:31')
  await later(page)
  await expect.poll(() => notifications(app)).toHaveLength(2)
  expect((await notifications(app))[1]).toEqual({ title: desktop.openTitle, body: '待办 3 条' })
  await clickNotification(app, 1)
  await expect(heading(page, toDo.title)).toBeVisible()
  expect(await app.evaluate(({ app: electron }) => typeof electron.getBadgeCount())).toBe('number')
  await first.close()

  // Told is told, also after a restart; but nobody told the other consultant, who has but one line and a quiet machine.
  const again = await launchApp({ storeFile: store.file, clockFile: clock.file, userData })
  await noteNotifications(again.app)
  await again.page.clock.install()
  await signIn(again.page, chen.login, smallPassword)
  await expect(heading(again.page, toDo.title)).toBeVisible()
  await later(again.page)
  expect(await notifications(again.app)).toEqual([])
  await again.page.keyboard.press('Control+Shift+L')
  await signIn(again.page, zhou.login, smallPassword)
  await expect(heading(again.page, toDo.title)).toBeVisible()
  await later(again.page)
  expect(await notifications(again.app)).toEqual([])
  expect(fs.readFileSync(path.join(userData, 'reminders.json'), 'utf8')).not.toMatch(/王|139\d{8}/)
  await again.close()
  fs.rmSync(userData, { recursive: true, force: true })
  clock.remove()
  store.remove()
})

test('what this computer does is chosen in the settings by everybody, and kept; broken choices are none', async () => {
  const store = makeSmallStore()
  const first = await launchApp({ storeFile: store.file, size: { width: 1280, height: 800 } })
  const { page, userData } = first
  await noteNotifications(first.app)
  await signIn(page, chen.login, smallPassword)
  await goTo(page, frame.nav.settings)
  const section = page.getByRole('region', { name: desktop.machine.title })
  await expect(section).toBeVisible()
  await section.getByLabel(desktop.machine.minutesBefore).selectOption('30')
  await section.getByLabel(desktop.machine.openAt).fill('18:00')
  await section.getByRole('switch', { name: desktop.machine.reopenBoard }).click()
  await expect(section.getByRole('switch', { name: desktop.machine.startWithSystem })).toBeDisabled()
  await expect(section.getByText(desktop.machine.noStart)).toBeVisible()
  await expectAccessible(page)
  const file = path.join(userData, 'desktop.json')
  await expect
    .poll(() => JSON.parse(fs.readFileSync(file, 'utf8')) as unknown)
    .toMatchObject({ minutesBefore: 30, openAt: '18:00', reopenBoard: false })
  await first.close()

  fs.writeFileSync(file, '{"minutesBefore": "soon"')
  const again = await launchApp({ storeFile: store.file, userData })
  await noteNotifications(again.app)
  await signIn(again.page, chen.login, smallPassword)
  await goTo(again.page, frame.nav.settings)
  await expect(again.page.getByLabel(desktop.machine.minutesBefore)).toHaveValue('15')
  expect([...first.problems, ...again.problems]).toEqual([])
  await again.close()
  fs.rmSync(userData, { recursive: true, force: true })
  store.remove()
})

test('a link opens the card of a customer, cold and warm, for whoever may see it, and a hostile one nothing (S1)', async () => {
  const store = storeWithAppointment()
  const link = `showroom-cadence://customer/${store.customerId}`
  const { app, page, userData, close } = await launchApp({ storeFile: store.file, args: [link] })
  const log = () => fs.readFileSync(path.join(userData, 'logs', 'showroom.log'), 'utf8')
  await expect(page.getByLabel(session.login)).toBeVisible()
  await signIn(page, chen.login, smallPassword)
  await expect(heading(page, '王建国')).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByText(desktop.copied)).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link)

  await goTo(page, frame.nav.settings)
  await expect(heading(page, settings.title)).toBeVisible()
  const hostile = [
    'showroom-cadence://customer/../../policy',
    'showroom-cadence://customer/%2e%2e%2fpolicy',
    'showroom-cadence:javascript:alert(1)',
    `showroom-cadence://customer/${store.customerId}?x=<script>`,
    `showroom-cadence://customer/${'a'.repeat(6_000)}`,
  ]
  for (const each of hostile) {
    await startAgain(userData, [each])
    await expect(heading(page, settings.title)).toBeVisible()
  }
  expect(log().match(/ERROR security: link refused/g)).toHaveLength(hostile.length)
  expect(log()).not.toContain('policy')
  await startAgain(userData, ['--', link, '--store=/etc/passwd'])
  await expect(heading(page, '王建国')).toBeVisible()

  // Somebody else's customer does not exist for him, and a link that comes before he has signed in waits for him.
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByLabel(session.login)).toBeVisible()
  await startAgain(userData, [link])
  await signIn(page, zhou.login, smallPassword)
  await expect(heading(page, customers.details)).toBeVisible()
  await expect(page.getByText('王建国')).toHaveCount(0)
  await close()
  fs.rmSync(userData, { recursive: true, force: true })
  store.remove()
})

test('a second start with another store is refused with words', async ({ launch }) => {
  const store = makeSmallStore()
  const { app, page, userData } = await launch({ storeFile: store.file })
  await app.evaluate(({ dialog }) => {
    const noted: string[] = []
    Object.assign(globalThis, { noted })
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message, detail } = args.at(-1) as { message: string; detail: string }
      noted.push(message, detail)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  await startAgain(userData, [`--store=${store.file}`])
  await startAgain(userData, ['--store=/tmp/other/store.db'])
  const noted = await app.evaluate(() => (globalThis as unknown as { noted: string[] }).noted)
  expect(noted).toEqual([desktop.otherStore, expect.stringContaining('/tmp/other/store.db')])
  await expect(labelled(page, session.login)).toBeVisible()
  store.remove()
})

test('what is collected for support is shown first, and holds no name and no phone of the store (S5)', async ({
  launch,
}) => {
  const store = storeWithAppointment()
  const { app, page, problems, userData } = await launch({ storeFile: store.file })
  await signIn(page, chen.login, smallPassword)
  await expect(heading(page, toDo.title)).toBeVisible()
  // Errors that carry a name: of the page, of the shell, and what an older version may have written.
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('no plan for 王建国 13912345678')
    })
    void Promise.reject(new SyntaxError('Unexpected token, "{"name":"王建国"}" is not valid JSON'))
  })
  await app.evaluate(() => void Promise.reject(new Error('cannot write /home/陈晓东/赵强.pdf')))
  const logFile = path.join(userData, 'logs', 'showroom.log')
  const log = () => fs.readFileSync(logFile, 'utf8')
  await expect.poll(() => log().match(/ERROR (page|uncaught): /g)?.length).toBe(3)
  await expect.poll(() => problems.length).toBe(2)
  problems.splice(0)
  fs.writeFileSync(`${logFile}.1`, '2025-01-01 00:00:00 ERROR page: 王建国 13912345678\n')

  const zip = path.join(userData, 'support.zip')
  await answerSaveDialog(app, zip)
  await app.evaluate(({ dialog }) => {
    const noted: string[] = []
    Object.assign(globalThis, { noted })
    dialog.showMessageBox = (...args: unknown[]) => {
      noted.push((args.at(-1) as { detail: string }).detail)
      return Promise.resolve({ response: noted.length === 1 ? 1 : 0, checkboxChecked: false })
    }
  })
  await goTo(page, frame.nav.settings)
  const collect = page.getByRole('button', { name: desktop.machine.collect })
  await collect.click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { noted: string[] }).noted.length))
    .toBe(1)
  expect(fs.existsSync(zip)).toBe(false)
  await collect.click()
  await expect.poll(() => fs.existsSync(zip)).toBe(true)
  const [shown] = await app.evaluate(() => (globalThis as unknown as { noted: string[] }).noted)
  expect(shown).toContain(desktop.supportWhat.machine)

  const files = Object.entries(unzipSync(fs.readFileSync(zip))).map(
    ([name, bytes]) => [name, strFromU8(bytes)] as const,
  )
  expect(files.map(([name]) => name)).toEqual([
    'machine.json',
    'store.json',
    'logs/showroom.log',
    'logs/showroom.log.1',
  ])
  const text = files.map(([, each]) => each).join('\n')
  const facts = JSON.parse(files[1]?.[1] ?? '{}') as { counts: Record<string, number>; problems: object }
  expect(facts.counts['customers']).toBe(5)
  expect(facts.problems).toEqual({})
  const db = new Database(store.file, { readonly: true })
  const people = db
    .prepare(
      'select name from customers union select name from staff union select name from store union select mobile from customers',
    )
    .pluck()
    .all() as string[]
  const typed = db
    .prepare('select content from follow_ups union select purpose from plans')
    .pluck()
    .all() as string[]
  db.close()
  expect(people).toContain('13912345678')
  for (const each of [...people, ...typed].filter((one) => one.length > 1))
    expect(text.includes(each), `${each} in what is collected`).toBe(false)
  store.remove()
})
