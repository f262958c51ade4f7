import { expect, test } from '../support/electron.ts'
import { expectAccessible, goTo, heading, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { dailyCheck, violations } = words
const store = makeSmallStore()
test.afterAll(() => store.remove())

test('a director sees every team, whose date is unsigned, what a manager signed, and each violation', async ({
  launch,
}) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.director.login, smallPassword)
  const table = page.getByRole('grid', { name: /检查表/ })
  await expect(table.getByRole('rowheader')).toHaveText(['周婷', '李雪', '陈晓东', words.common.store])
  const unsigned = page.getByRole('region', { name: dailyCheck.lines })
  const { manager, otherManager } = smallStaff
  await expect(
    unsigned
      .getByRole('button', {
        name: new RegExp(`${manager.name}.*${otherManager.name}|${otherManager.name}.*${manager.name}`),
      })
      .first(),
  ).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('grid', { name: new RegExp(store.daysAgo(2)) })).toBeVisible()
  await expect(unsigned.getByText('王伟明天一早补打')).toBeVisible()
  await unsigned.getByRole('link', { name: dailyCheck.openSigned }).click()
  await expect(heading(page, new RegExp(dailyCheck.signedTitle))).toBeVisible()
  await expect(table.getByRole('rowheader')).toHaveText(['李雪', '陈晓东', dailyCheck.total])
  await page.keyboard.press('Escape')
  await expect(heading(page, dailyCheck.title)).toBeVisible()

  await goTo(page, words.frame.nav.violations)
  const list = page.getByRole('grid', { name: violations.list })
  const overdue = list.getByRole('row', { name: /陈晓东.*王伟/ }).first()
  await expect(overdue).toBeVisible()
  await expectAccessible(page)
  await overdue.click()
  await expect(
    page.getByRole('region', { name: violations.details }).getByText('R-8.1', { exact: true }),
  ).toBeVisible()
  await overdue.dblclick()
  await expect(heading(page, '王伟')).toBeVisible()
})
