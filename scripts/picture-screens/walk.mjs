/** How a picture gets to its screen: only keys and addresses, so that any language will do. */

export const go = (page, to) => page.evaluate((address) => (location.hash = `#${address}`), to)

export const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key)
}

export async function closeDialog(page) {
  await press(page, 'Escape')
  await page.locator('[role=dialog]').waitFor({ state: 'detached' })
}

export async function openYesterday(page) {
  await openCheck(page)
  await press(page, 'Alt+ArrowLeft')
  await page.waitForTimeout(400)
}

export async function openCheck(page) {
  await page.evaluate(() => sessionStorage.removeItem('showroom.daily-check'))
  await go(page, '/settings')
  await page.locator('h2').first().waitFor()
  await go(page, '/daily-check')
  await page.locator('[role=grid] td').first().waitFor()
  await page.waitForTimeout(300)
}
