import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/electron.ts'
import { answerSaveDialog, expectAccessible, heading, labelled, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { execution, errors, ui, toDo, codes } = words
const store = makeSmallStore()
const diskFile = path.join(path.dirname(store.file), 'disk')
test.afterAll(() => store.remove())

/** From now on the disk is like this; answers when the application's thread has it so. */
async function makeDisk(state: 'ok' | 'full' | 'read_only') {
  fs.writeFileSync(diskFile, state)
  await expect
    .poll(() => fs.existsSync(`${diskFile}.heeded`) && fs.readFileSync(`${diskFile}.heeded`, 'utf8'))
    .toBe(state)
}

test('a disk that is full or read-only while a form is filled refuses in words, the words typed stay, and with room it is saved without a restart (P6)', async ({
  launch,
}) => {
  fs.writeFileSync(diskFile, 'ok')
  const { page } = await launch({ storeFile: store.file, diskFile })

  // The disk may be full before anybody has signed in: that writes as well.
  await makeDisk('read_only')
  await signIn(page, smallStaff.chen.login, smallPassword)
  await expect(page.getByRole('alert')).toContainText(errors.STORE_READ_ONLY)
  await expect(page.getByLabel(words.session.login)).toHaveValue(smallStaff.chen.login)
  await makeDisk('ok')
  await labelled(page, words.session.password).press('Enter')
  await expect(heading(page, toDo.title)).toBeVisible()

  await expect(page.getByRole('option', { name: /王伟/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: execution.title })
  await expect(form.getByRole('heading', { name: '王伟' })).toBeVisible()
  await page.getByRole('radio', { name: codes.result.reached }).focus()
  await page.keyboard.press('1')
  const said = `客户周末来试驾，${'价格还要再谈，颜色要白色的。'.repeat(60)}`
  const content = form.getByRole('textbox', { name: ui.field.content })
  await content.fill(said)

  for (const [state, code] of [
    ['full', 'STORE_FULL'],
    ['read_only', 'STORE_READ_ONLY'],
  ] as const) {
    await makeDisk(state)
    await page.keyboard.press('Control+Enter')
    const alert = form.getByRole('alert').filter({ hasText: errors[code] })
    await expect(alert).toContainText(ui.failure.nothingSaved)
    await expect(alert).toContainText(state === 'full' ? ui.failure.makeRoom : ui.failure.makeWritable)
    await expect(content).toHaveValue(said)
    await expectAccessible(page)
    // Other screens go on being read meanwhile, and the form is as it was when one comes back.
    await page.getByRole('link', { name: new RegExp(words.frame.nav.myCustomers) }).click()
    await expect(page.getByRole('option')).toHaveText([/王伟/, /赵强/])
    await page.getByRole('link', { name: new RegExp(words.frame.nav.toDo) }).click()
    await page.getByRole('option', { name: /王伟/ }).click()
    await page.keyboard.press('Enter')
    await expect(content).toHaveValue(said)
    await makeDisk('ok')
  }

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/王伟：已保存，下次跟进/)).toBeVisible()
  await expect(page.getByRole('listbox', { name: toDo.list }).getByRole('option')).toHaveText([/赵强/])
})

test('a document that cannot be written says so in words, leaves nothing half-made, and is written at the next place (P6)', async ({
  launch,
}) => {
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  await expect(heading(page, words.dailyCheck.title)).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.getByRole('link', { name: words.dailyCheck.openSigned }).click()
  await expect(heading(page, new RegExp(words.dailyCheck.signedTitle))).toBeVisible()
  await expect(page.locator('code')).toBeVisible()
  const folder = path.dirname(store.file)
  await answerSaveDialog(app, path.join(folder, 'a stick that is gone', 'check.pdf'))
  await page.keyboard.press('Control+s')
  const told = page.getByRole('alert').filter({ hasText: words.paper.failed })
  await expect(told).toContainText(words.fileRefusals.cannot_write)
  await expect(told).not.toContainText('Error')
  const pdf = path.join(folder, 'check.pdf')
  await answerSaveDialog(app, pdf)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(pdf)).toBeVisible()
  expect(fs.readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})
