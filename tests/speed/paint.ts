import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { _electron, type Page } from '@playwright/test'

const electron = createRequire(import.meta.url)('electron') as unknown as string

/** How long something took to be seen, in milliseconds. */
export interface Seen {
  /** Until the window had drawn the picture that shows it and gave it away. */
  readonly drawn: number
  /** Until the picture after that one began: by then the one that shows it is on the screen, which costs up to a frame more. */
  readonly painted: number
}

type Watched = typeof globalThis & {
  watchPaint: (act: () => void, isThere: () => boolean, patienceMs: number) => Promise<Seen | null>
}

/** Teaches a page to say how long an act takes until its picture is seen; null where nothing changes in that time. */
export const teachPaint = (page: Page) =>
  page.evaluate(() => {
    // A message that is sent while a frame begins is heard once the frame has been given away.
    const afterFrame = () =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()))
        port1.start()
        port2.postMessage(0)
      })
    const nextFrame = () =>
      new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
    ;(globalThis as unknown as Watched).watchPaint = (act, isThere, patienceMs) =>
      new Promise((resolve) => {
        const began = performance.now()
        const look = () => {
          if (!isThere()) {
            if (performance.now() - began > patienceMs) resolve(null)
            else requestAnimationFrame(look)
            return
          }
          void Promise.all([afterFrame(), nextFrame()]).then(([drawn, next]) =>
            resolve({ drawn: drawn - began, painted: Math.max(drawn, next) - began }),
          )
        }
        act()
        requestAnimationFrame(look)
      })
  })

/** From a click on an entry of the navigation to the picture that shows the first line of its list. */
export const clickToPaint = (page: Page, to: string, list: string) =>
  page.evaluate(
    ([href, name]) => {
      const link = document.querySelector<HTMLElement>(`nav a[href$="${href}"]`)
      if (!link) throw new Error(`no entry ${href}`)
      // The page that is left has lines too: the list is known by its name.
      const isThere = () =>
        document.querySelector(`main [role="listbox"][aria-label="${name}"] [role="option"]`) !== null
      return (globalThis as unknown as Watched).watchPaint(() => link.click(), isThere, 10_000)
    },
    [to, list] as const,
  )

/** From a key in the search field to the picture that shows what it found, for each sign that is typed. */
export const typeToPaint = (page: Page, text: string) =>
  page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('#customers-search')
    if (!field) throw new Error('no search field')
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    const shown = () => document.querySelector('main [role="listbox"]')?.textContent ?? ''
    const pause = () => new Promise((resolve) => setTimeout(resolve, 150))
    const write = (words: string) => {
      value?.set?.call(field, words)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const took: Seen[] = []
    for (let end = 1; end <= typed.length; end += 1) {
      const before = shown()
      const seen = await (globalThis as unknown as Watched).watchPaint(
        () => write(typed.slice(0, end)),
        () => shown() !== before,
        400,
      )
      // Null: the same customers as before, nothing to be painted.
      if (seen) took.push(seen)
      await pause()
    }
    // Not measured: the list of everybody comes from memory.
    write('')
    await pause()
    return took
  }, text)

/** A window with nothing in it that shows as many plain lines as a list has in sight: the floor of everything that is painted. */
export async function openBareWindow(
  folder: string,
  size: { readonly width: number; readonly height: number },
) {
  const home = path.join(folder, 'bare-lines')
  mkdirSync(home)
  writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name: 'bare-lines', main: 'main.mjs' }))
  writeFileSync(
    path.join(home, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron'
void app.whenReady().then(() => new BrowserWindow({ useContentSize: true, width: ${size.width}, height: ${size.height} }).loadURL('data:text/html,<main></main>'))
app.on('window-all-closed', () => app.quit())`,
  )
  const app = await _electron.launch({
    executablePath: electron,
    args: [`--user-data-dir=${path.join(folder, 'bare-data')}`, '--log-level=3', home],
    chromiumSandbox: process.getuid?.() !== 0 && !process.env['NO_SANDBOX'],
  })
  const page = await app.firstWindow()
  await page.locator('main').waitFor({ state: 'attached' })
  await teachPaint(page)
  let turn = 0
  return {
    close: () => app.close(),
    /** From an act to the picture of its lines, as `clickToPaint` measures them. */
    paint: () => {
      turn += 1
      return page.evaluate((word) => {
        const main = document.querySelector('main')
        if (!main) throw new Error('no place')
        const line = (at: number) =>
          `<div style="height:34px;border-bottom:1px solid #ccc">${word} ${at}</div>`
        const draw = () => (main.innerHTML = Array.from({ length: 20 }, (_, at) => line(at)).join(''))
        const isThere = () => main.textContent?.startsWith(word) ?? false
        return (globalThis as unknown as Watched).watchPaint(draw, isThere, 10_000)
      }, `turn ${turn}`)
    },
  }
}
