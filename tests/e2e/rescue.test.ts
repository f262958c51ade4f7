import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/electron.ts'
import { expectAccessible, goTo, heading, labelled, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { rescue, session, frame } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

const { manager, chen } = smallStaff

test('a store damaged on the disk is rescued from its newest backup by keyboard alone, and an untouched one opens at once (P5)', async ({
  launch,
}) => {
  // The control: nothing is wrong, and nobody is asked. Leaving makes a backup of what was done.
  const first = await launch({ storeFile: store.file })
  await expect(first.page.getByLabel(session.login)).toBeVisible()
  await signIn(first.page, manager.login, smallPassword)
  await goTo(first.page, `${frame.nav.customers}$`)
  await expect(first.page.getByRole('option', { name: /王伟/ })).toBeVisible()
  await first.close()

  const damaged = fs.readFileSync(store.file)
  damaged.fill(0x5a, Math.floor(damaged.length / 3), Math.floor((damaged.length * 2) / 3))
  fs.writeFileSync(store.file, damaged)

  const { page } = await launch({ storeFile: store.file })
  await expect(heading(page, rescue.title.damaged)).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText(rescue.safe.damaged)).toBeVisible()
  const list = page.getByRole('grid', { name: rescue.backups })
  const newest = list.getByRole('row').nth(1)
  await expect(newest).toHaveAttribute('aria-selected', 'true')
  // 王伟, 赵强, 李娜 and 孙丽.
  await expect(newest.getByRole('gridcell').nth(2)).toHaveText('4')
  await expectAccessible(page)

  // Tried again, it is as damaged as before: nothing was written to it.
  await page.keyboard.press('F5')
  await expect(page.getByText(rescue.stillFails)).toBeVisible()
  expect(fs.readFileSync(store.file).equals(damaged)).toBe(true)

  const login = page.getByLabel(session.login)
  await expect(login).toBeFocused()
  const password = labelled(page, session.password)
  // A consultant of that backup may not, and a wrong password is no way in.
  await page.keyboard.type(chen.login)
  await page.keyboard.press('Tab')
  await page.keyboard.type(smallPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /没有权限/ })).toBeVisible()
  await login.fill(manager.login)
  await password.fill('wrong')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: words.errors.SIGN_IN_FAILED })).toBeVisible()
  await password.fill(smallPassword)
  await page.keyboard.press('Enter')

  const told = page.getByRole('status').filter({ hasText: /打不开的文件保存在/ })
  await expect(told).toBeVisible({ timeout: 15_000 })
  await expectAccessible(page)
  const kept = fs
    .readdirSync(path.dirname(store.file))
    .map((name) => path.join(path.dirname(store.file), name))
    .filter((file) => fs.statSync(file).isFile() && fs.readFileSync(file).equals(damaged))
  expect(kept).toHaveLength(1)
  await expect(told).toContainText(kept[0] ?? 'nowhere')

  await signIn(page, manager.login, smallPassword)
  await goTo(page, `${frame.nav.customers}$`)
  await expect(page.getByRole('option', { name: /王伟/ })).toBeVisible()
  expect(fs.existsSync(kept[0] ?? '')).toBe(true)
})

test('a store that another program has open is not touched: it is said who has it, and opens when he lets go (P7)', async ({
  launch,
}) => {
  const own = makeSmallStore()
  const { file } = own
  const hold = `import { openStore } from '#main/store/open.ts'
    globalThis.held = openStore(${JSON.stringify(file)}, { migrationsFolder: 'drizzle' })
    console.log('open')
    setInterval(() => undefined, 1000)`
  const root = path.resolve(import.meta.dirname, '../..')
  const holder = spawn(process.execPath, ['--input-type=module', '-e', hold], { cwd: root })
  try {
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    const { page } = await launch({ storeFile: file })
    await expect(heading(page, rescue.title.busy)).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText(new RegExp(`进程 ${String(holder.pid)}`))).toBeVisible()
    await expect(page.getByLabel(session.login)).toHaveCount(0)
    await expectAccessible(page)
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await ended
    await page.keyboard.press('F5')
    await expect(page.getByLabel(session.login)).toBeVisible()
  } finally {
    holder.kill('SIGKILL')
    own.remove()
  }
})
