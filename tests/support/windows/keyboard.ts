import type { Locator, Page } from '@playwright/test'
import { expect } from '#tests/support/electron.ts'
import { heading, words } from '#tests/support/screens.ts'

/** Whoever works without a mouse: keys alone, and every stroke counted. */

/** No screen has so many places where the focus can stand. */
const mostSteps = 90
const longestList = 30

export function makeKeyboard(page: Page) {
  let strokes = 0
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      strokes += 1
      await page.keyboard.press(key)
    }
  }
  /** Which way to the element from where the focus is: Tab, Shift+Tab, or there already. */
  const wayTo = (wanted: Locator) =>
    wanted.evaluate((element) => {
      const here = document.activeElement ?? document.body
      if (here === element) return 'there'
      const isAfter = here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
      return isAfter || here === document.body ? 'Tab' : 'Shift+Tab'
    })
  /** Tab by Tab until the element has the focus. */
  const reach = async (wanted: Locator) => {
    await wanted.waitFor()
    for (let step = 0; step < mostSteps; step += 1) {
      const way = await wayTo(wanted)
      if (way === 'there') return
      await press(way)
    }
    throw new Error(`no way by Tab to ${wanted.toString()}`)
  }
  const field = (id: string) => page.locator(`#${id}`)
  /** Typed text is no key stroke of its own: everybody has to type that. */
  const type = (text: string) => page.keyboard.type(text)
  /** What stands in the field gives way to what is typed. */
  const fill = async (id: string, text: string) => {
    if ((await field(id).inputValue()) === text) return
    await reach(field(id))
    await press('Control+a')
    await type(text)
  }
  /** One of a few that stand side by side: the arrows choose it. */
  const choose = async (id: string, value: string) => {
    const group = field(id)
    const wanted = group.locator(`[data-value="${value}"]`)
    const isChosen = async () => (await wanted.getAttribute('aria-checked')) === 'true'
    if (await isChosen()) return
    await reach(group.locator('[tabindex="0"]'))
    for (let step = 0; step < mostSteps && !(await isChosen()); step += 1) await press('ArrowRight')
  }
  /** One of a list that opens: arrows walk it, Enter takes it. */
  const pick = async (id: string, label: string) => {
    const input = field(id)
    if ((await input.inputValue()) === label) return
    await reach(input)
    await press('ArrowDown')
    const options = page.locator('[data-combobox-option]:visible')
    await expect(options.filter({ hasText: label })).toHaveCount(1)
    const wanted = options.and(page.locator('[data-combobox-selected]')).filter({ hasText: label })
    for (let step = 0; step < mostSteps && (await wanted.count()) === 0; step += 1) await press('ArrowDown')
    await press('Enter')
    await expect(input).toHaveValue(label)
  }
  /** One of a list that is searched by typing. */
  const search = async (id: string, label: string) => {
    if ((await field(id).inputValue()).startsWith(label)) return
    await reach(field(id))
    await press('Control+a')
    await type(label)
    await expect(page.locator('[data-combobox-selected]:visible').filter({ hasText: label })).toHaveCount(1)
    await press('Enter')
    await expect(field(id)).toHaveValue(new RegExp(`^${label}`))
  }
  /** A date shows its weekday once the field is left. */
  const fillDate = async (id: string, date: string) => {
    if ((await field(id).inputValue()).startsWith(date)) return
    await fill(id, date)
    await press('Tab')
    await expect(field(id)).toHaveValue(new RegExp(`^${date}`))
  }
  /** Walks a list with the focus until the selected line has all these words. */
  const walkTo = async (lines: Locator, texts: readonly string[]) => {
    let wanted = lines.and(page.locator('[aria-selected="true"]'))
    for (const text of texts) wanted = wanted.filter({ hasText: text })
    await expect(async () => {
      await press('Home')
      for (let step = 0; step < longestList; step += 1) {
        if ((await wanted.count()) > 0) return
        await press('ArrowDown')
      }
      throw new Error(`no line with ${texts.join(', ')}`)
    }).toPass({ timeout: 10_000 })
  }
  /** Another page, by the number that stands beside its name. */
  const open = async (name: string, title = name) => {
    const links = page.getByRole('navigation', { name: words.frame.navigation }).getByRole('link')
    await links.first().waitFor()
    const labels = await links.allInnerTexts()
    const at = labels.findIndex((label) => label.split('\n').includes(name))
    if (at < 0 || at > 8) throw new Error(`${name} has no number: ${labels.join(' | ')}`)
    await press(`Alt+${at + 1}`)
    await expect(heading(page, title)).toBeVisible()
  }

  /** A key that leads somewhere. One that comes while the screen is still being drawn is pressed again, as anybody would. */
  const lead = (key: string, to: Locator) =>
    expect(async () => {
      await press(key)
      await expect(to.first()).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 10_000 })

  let here: string | null = null
  /** Whoever works at the machine signs in; whoever was there before signs out. */
  const isNow = async (login: string) => {
    if (here === login) return
    if (here !== null) await press('Control+Shift+L')
    await expect(page.getByLabel(words.session.login)).toBeFocused()
    await type(login)
    await press('Tab')
    await type(login)
    await press('Enter')
    await expect(page.getByRole('navigation', { name: words.frame.navigation })).toBeVisible()
    here = login
  }
  return {
    press,
    type,
    reach,
    field,
    fill,
    fillDate,
    choose,
    pick,
    search,
    walkTo,
    lead,
    open,
    isNow,
    strokes: () => strokes,
  }
}
export type Keyboard = ReturnType<typeof makeKeyboard>
