// The screen of a store that does not open: the demo store, backed up and then damaged on the disk (P5).
import fs from 'node:fs'
import path from 'node:path'
import { go, press } from './picture-screens/walk.mjs'

const page = 4096

/** Makes a backup of the demo store in the window, damages the file, and takes what the next start shows. */
export async function takeRescue({ files, looks, start, dress, take }) {
  const before = await start()
  await before.page.locator('main section button').nth(1).click()
  await before.page.locator('main#content').waitFor()
  await go(before.page, '/backups')
  await before.page.locator('main h1').first().waitFor()
  await before.page.waitForTimeout(600)
  await press(before.page, 'n')
  await before.page
    .locator('main [role=grid] [role=row][aria-selected=true]')
    .first()
    .waitFor({ timeout: 60_000 })
  await before.page.waitForFunction(() => document.querySelector('[data-loading]') === null)
  await before.app.close()
  damage(path.join(files, 'user-data/data/demo.db'))
  const after = await start()
  try {
    for (const look of looks) {
      await dress(after.page, look)
      await after.page.locator('#rescue-login').waitFor({ timeout: 30_000 })
      await take(after.page, 'rescue', look)
    }
  } finally {
    await after.app.close()
  }
}

/** Turns the middle of a file into noise. */
function damage(file) {
  const bytes = fs.readFileSync(file)
  const third = Math.floor(bytes.length / 3 / page) * page
  fs.writeFileSync(file, bytes.fill(0x5a, third, third * 2))
}
