import fs from 'node:fs'
import http from 'node:http'
import type { Page } from '@playwright/test'
import { expect, launchApp, test, type RunningApp } from '#tests/support/electron.ts'

/**
 * S1: Electron's security checklist. Each item has one test, in the running application, against its window and the board; the tests
 * of `tests/packaged` read what only a packaged application has.
 */
export const checklist = {
  pages: [
    'only secure content is loaded',
    'no Node.js in pages, frames, workers or windows',
    'context isolation in every page',
    'every page is sandboxed, and so is its process',
    'every permission that is asked for is denied',
    'web security is on',
    'a content security policy lets only the product in',
    'no insecure content on a secure page',
    'no experimental features',
    'no Blink features switched on',
    'no <webview> opens windows',
    'no <webview> is attached at all',
  ],
  doors: [
    'no navigation away, however it is tried',
    'no new window, however it is asked for',
    'nothing is handed to the browser of the system',
    'the version of Electron is pinned, and only that one is packaged',
    'the sender of every message is checked',
    'pages come over app://, never file://',
    'the fuses of a release are written down',
    'no API of Electron is within reach of a page',
  ],
} as const

/** The application with both of its windows, and another machine, as far as a page can tell, which must never be visited. */
export interface Besieged {
  readonly running: RunningApp
  readonly windows: () => Page[]
  readonly address: string
}

/** Starts it for the tests of one file; after each, both windows must still show the product, and nobody have called outside. */
export function besiege(part: keyof typeof checklist) {
  const names: readonly string[] = checklist[part]
  const tested: string[] = []
  let besieged: Besieged
  let outside: http.Server
  const visits: string[] = []

  test.beforeAll(async () => {
    outside = http.createServer((request, response) => {
      visits.push(request.url ?? '')
      response.end('outside')
    })
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(outside.address() as { port: number }).port}/`
    const running = await launchApp()
    const opened = running.app.waitForEvent('window')
    await running.page.evaluate(() => window.desktop.call('board', { open: true }))
    const board = await opened
    await board.waitForLoadState()
    besieged = { running, address, windows: () => [running.page, board] }
  })
  test.afterEach(async () => {
    expect(visits.splice(0)).toEqual([])
    // A window that a test made and destroyed may be listed for a moment more; one that should not be there stays.
    const page = expect.stringMatching(/^app:\/\/showroom\/index\.html([?#]|$)/)
    await expect
      .poll(() =>
        besieged.running.app.evaluate(({ webContents }) =>
          webContents.getAllWebContents().map((each) => each.getURL()),
        ),
      )
      .toEqual([page, page])
  })
  test.afterAll(async () => {
    await besieged.running.close()
    outside.close()
    fs.rmSync(besieged.running.userData, { recursive: true, force: true })
  })

  const first = part === 'pages' ? 1 : checklist.pages.length + 1
  return {
    /** The test of one item. */
    item: (name: string, run: (besieged: Besieged) => Promise<void> | void) => {
      tested.push(name)
      test(`${first + names.indexOf(name)}. ${name} (S1)`, () => run(besieged))
    },
    /** To be called last: no item is without its test. */
    complete: () => {
      test(`every item of the checklist has its test: ${part}`, () => expect(tested).toEqual([...names]))
    },
  }
}

/** What is in force in each window, which only Electron itself can say. */
export const preferences = ({ running }: Besieged) =>
  running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const asked = webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      return { preferences: asked.getLastWebPreferences(), pid: webContents.getOSProcessId() }
    }),
  )
