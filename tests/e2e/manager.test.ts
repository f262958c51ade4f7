import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/electron.ts'
import { answerSaveDialog, expectAccessible, goTo, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { dailyCheck, losses, paper } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a manager walks the figures, approves a loss, signs, reads the frozen sheet and saves it', async ({
  launch,
}) => {
  const { app, page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.manager.login, smallPassword)
  const table = page.getByRole('grid', { name: /检查表/ })
  await expect(heading(page, dailyCheck.title)).toBeVisible()
  await expect(table.getByRole('rowheader')).toHaveText(['李雪', '陈晓东', dailyCheck.team])
  await expectAccessible(page)

  // The keyboard stands on a figure at once; arrows walk, N goes to what must be acted on, Enter opens.
  await expect(table.locator('td:focus')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('tooltip', { name: dailyCheck.definition.doneToday })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('n')
  const figure = say(dailyCheck.linesOf, { who: '陈晓东', figure: words.codes.figure.overdue })
  const lines = page.getByRole('listbox', { name: figure })
  await expect(lines.getByRole('option', { name: /王伟/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lines).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(heading(page, '王伟')).toBeVisible()

  await goTo(page, words.frame.nav.losses)
  await expect(page.getByRole('option', { name: /李娜/ })).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(losses.none)).toBeVisible()

  await page.keyboard.press('Alt+1')
  await expect(lines).toBeVisible()
  await page.keyboard.press('F10')
  await page.getByLabel(dailyCheck.noteLabel).fill('晚会已布置')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(new RegExp(`${smallStaff.manager.name} .* 签字`)).first()).toBeVisible()
  await page.keyboard.press('F10')
  await expect(heading(page, new RegExp(dailyCheck.signedTitle))).toBeVisible()
  await expect(page.locator('code')).toHaveText(/^[0-9a-f]{64}$/)
  await expect(page.getByText('晚会已布置')).toBeVisible()
  await expectAccessible(page)

  const folder = path.dirname(store.file)
  const pdf = path.join(folder, 'check.pdf')
  await answerSaveDialog(app, pdf)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(say(paper.savedTo, { path: pdf }))).toBeVisible()
  expect(fs.readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  const picture = path.join(folder, 'check.png')
  await answerSaveDialog(app, picture)
  await page.keyboard.press('Control+i')
  await expect(page.getByText(say(paper.savedTo, { path: picture }))).toBeVisible()
  const png = fs.readFileSync(picture)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  // The whole sheet, not what the window shows of it: the height stands at byte 20 of a PNG.
  const sheet = await page.locator('article').evaluate((article) => article.scrollHeight)
  expect(png.readUInt32BE(20)).toBeGreaterThan(sheet - 80)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(heading(page, new RegExp(dailyCheck.signedTitle))).toBeVisible()
})
