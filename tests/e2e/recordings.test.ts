import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import { answerOpenDialog, expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'
import { amr, wav, writeSound } from '../support/books/sounds.ts'

const { recordings, codes, fileRefusals } = words
const store = makeSmallStore()
const folder = path.join(path.dirname(store.file), 'phone')
const yesterday = store.daysAgo(1).replaceAll('-', '')
const matched = `13800138002_${yesterday}_155500.wav`
test.afterAll(() => store.remove())

const player = (page: Page, name: string) =>
  page.getByRole('group', { name: say(recordings.player, { name }) })
const audioOf = (page: Page, name: string) => player(page, name).locator('audio')
const timeOf = (page: Page, name: string) =>
  audioOf(page, name).evaluate((element: HTMLAudioElement) => element.currentTime)

test('a director watches a folder, hears what came of it, and links what fits nobody', async ({ launch }) => {
  writeSound(folder, matched, wav(20_000))
  writeSound(folder, '新录音 7.wav', wav(3000, 7))
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  await goTo(page, words.frame.nav.recordings)
  await expect(page.getByText(recordings.emptyUnmatched)).toBeVisible()
  await expectAccessible(page)

  await answerOpenDialog(app, folder)
  await page.getByRole('button', { name: recordings.folderChoose }).click()
  await expect(page.getByText(folder, { exact: true })).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByText(say(recordings.scanned, { found: 2, matched: 1, unmatched: 1 }))).toBeVisible()
  const list = page.getByRole('grid', { name: recordings.list })
  await expect(list.getByRole('row', { name: /新录音 7/ })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: recordings.matchTitle })
  await dialog.getByLabel(recordings.matchCustomer).fill('李娜')
  await page.getByRole('option', { name: /李娜/ }).click()
  await dialog.getByRole('radio', { name: new RegExp(codes.result.reached) }).check()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(recordings.matchedEffective)).toBeVisible()
  await expect(page.getByText(recordings.emptyUnmatched)).toBeVisible()

  await page.keyboard.press('3')
  await list.getByRole('row', { name: /赵强/ }).click()
  // Played by keyboard alone, from memory, under the policy of the page.
  await player(page, matched).getByRole('button', { name: recordings.play }).focus()
  await page.keyboard.press(' ')
  await expect.poll(() => timeOf(page, matched)).toBeGreaterThan(0.5)
  expect(await audioOf(page, matched).evaluate((element: HTMLAudioElement) => element.src)).toMatch(/^blob:/)
  const before = await timeOf(page, matched)
  await page.keyboard.press('ArrowRight')
  expect(await timeOf(page, matched)).toBeGreaterThan(before + 4)
  await page.keyboard.press(' ')
  await expect(player(page, matched).getByRole('button', { name: recordings.play })).toBeVisible()
  await expectAccessible(page)
})

test('a consultant adds a recording to a contact, and sees when a file was changed or is gone', async ({
  launch,
}) => {
  const elsewhere = path.join(path.dirname(store.file), 'stick')
  const sound = writeSound(elsewhere, 'added.wav', wav(2500, 9))
  const second = writeSound(elsewhere, 'gone.wav', wav(2500, 10))
  const amrSound = writeSound(elsewhere, 'old.amr', amr(200))
  const text = writeSound(elsewhere, 'words.mp3', Buffer.from('no sound at all'))
  const { app, page, problems } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.chen.login, smallPassword)
  await goTo(page, words.frame.nav.myCustomers)
  await page.getByRole('option', { name: /赵强/ }).dblclick()
  await expect(heading(page, '赵强')).toBeVisible()
  const timeLine = page.getByRole('region', { name: words.customers.timeLine })
  const add = timeLine.getByRole('button', { name: new RegExp(`${recordings.attach}$`) })

  await answerOpenDialog(app, text)
  await add.click()
  await expect(page.getByText(new RegExp(fileRefusals.no_recording.slice(0, 6)))).toBeVisible()
  const badge = timeLine.getByText(new RegExp(`^${recordings.badge.split('{{')[0]}`))
  const before = (await badge.count()) > 0 ? Number((await badge.innerText()).replace(/\D/g, '')) : 0
  for (const [index, file] of [sound, second, amrSound].entries()) {
    await answerOpenDialog(app, file)
    await add.click()
    await expect(badge).toHaveText(say(recordings.badge, { count: before + index + 1 }))
  }
  await expect(page.getByText(recordings.attached).first()).toBeVisible()
  await expectAccessible(page)

  // What a window cannot play is said, with a way out.
  await player(page, 'old.amr').getByRole('button', { name: recordings.play }).click()
  await expect(player(page, 'old.amr').getByText(recordings.cannotPlay)).toBeVisible()
  await expect(player(page, 'old.amr').getByRole('button', { name: recordings.showFile })).toBeVisible()
  problems.splice(0)

  const own = store.file.replace(/\.db$/, '-recordings')
  const kept = fs.readdirSync(own, { recursive: true, encoding: 'utf8' }).map((each) => path.join(own, each))
  const [added = ''] = kept.filter((each) => each.endsWith('added.wav'))
  const bytes = fs.readFileSync(added)
  bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000)
  fs.writeFileSync(added, bytes)
  await player(page, 'added.wav').getByRole('button', { name: recordings.play }).click()
  await expect(player(page, 'added.wav').getByText(recordings.changedLoud)).toBeVisible()
  await expect.poll(() => timeOf(page, 'added.wav')).toBeGreaterThan(0.2)

  fs.rmSync(kept.find((each) => each.endsWith('gone.wav')) ?? '')
  await player(page, 'gone.wav').getByRole('button', { name: recordings.play }).click()
  await expect(player(page, 'gone.wav').getByText(recordings.missingLoud)).toBeVisible()
  await goTo(page, words.frame.nav.recordings)
  await page.keyboard.press('2')
  const list = page.getByRole('grid', { name: recordings.list })
  await expect(list.getByRole('row', { name: new RegExp(codes.recordingState.missing) })).toBeVisible()
  await expect(list.getByRole('row', { name: new RegExp(codes.recordingState.changed) })).toBeVisible()
  await expectAccessible(page)
})
