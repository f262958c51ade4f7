import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { expect } from './electron.ts'

/** The words of the Chinese screens: tests ask for what a person reads. */
export const words = texts['zh-CN']
/** A text with its holes filled. */
export const say = fill

/** The field whose label begins with these words; a required one has a star after them. */
export const labelled = (within: Page | Locator, label: string) => within.getByLabel(new RegExp(`^${label}`))

/** Opens a page from the navigation, by its name there. */
export const goTo = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: words.frame.navigation })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click()

/** Signs in by keyboard, as anybody would. */
export async function signIn(page: Page, login: string, password: string) {
  await page.getByLabel(words.session.login).fill(login)
  await labelled(page, words.session.password).fill(password)
  await page.keyboard.press('Enter')
}

/** Tab on to each next field and type, as one does with the customer in front of the desk; `>Key` presses that key. */
export async function fillByTab(page: Page, keys: readonly string[]) {
  for (const each of keys) {
    await page.keyboard.press('Tab')
    if (each.startsWith('>')) await page.keyboard.press(each.slice(1))
    else if (each !== '') await page.keyboard.type(each)
  }
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** What fades in or out has arrived: half faded, a text has not its contrast. What turns for ever, a sign of loading, is not waited for. */
const movementEnded = (page: Page) =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (each) =>
          each.playState !== 'running' ||
          each.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  )

/** No violation of any rule of axe on the screen as it stands. */
export async function expectAccessible(page: Page) {
  await movementEnded(page)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** The dialog that asks for a file is answered with this one. */
export const answerOpenDialog = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)

/** The dialog that asks where to save is answered with this place. */
export const answerSaveDialog = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, file)
