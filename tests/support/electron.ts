import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, test as base, expect, type ElectronApplication, type Page } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')

export type LaunchOptions = {
  /** Opens this store file at once, instead of the one the user data remembers. */
  storeFile?: string
  locale?: 'zh-CN' | 'en'
  colorScheme?: 'light' | 'dark'
  /** The size of the window's content in CSS pixels. */
  size?: { width: number; height: number }
  /** A folder of user data to start from, for a restart; a fresh one each launch without it. */
  userData?: string
  /** A file with the moment, in epoch milliseconds, that the application takes for the present one; it may change. */
  clockFile?: string
  /** A file that says how the disk of the store is: `full`, `read_only` or `ok`; it may change (spoil-disk.cjs). */
  diskFile?: string
  /** More of the environment. */
  env?: Record<string, string>
  /** A packaged application, in place of the built one. */
  executable?: string
  /** Files of `preloaded/` that are loaded with `-r` before the application's own code. */
  hooks?: string[]
  /** More arguments for the application. */
  args?: string[]
}

export type RunningApp = {
  app: ElectronApplication
  page: Page
  userData: string
  /** What the application printed so far. */
  output: () => string
  /** Uncaught errors and console errors of the page; a test that ends with any fails. */
  problems: string[]
  close: () => Promise<void>
}

/** Starts the built application in Electron and answers once it says that its window is usable. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const { storeFile, locale = 'zh-CN', colorScheme = 'light', size, clockFile, diskFile, args = [] } = options
  const { executable, env = {}, hooks = [] } = options
  const userData = options.userData ?? fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-e2e-'))
  const preloaded = [
    ...hooks,
    ...(process.env['SHOWROOM_TEST_SLOW'] ? ['slow-answers.cjs'] : []),
    ...(clockFile ? ['set-clock.cjs'] : []),
    ...(diskFile ? ['spoil-disk.cjs'] : []),
  ]
  const app = await _electron.launch({
    cwd: root,
    ...(executable ? { executablePath: executable } : {}),
    args: [
      `--user-data-dir=${userData}`,
      '--log-level=3', // Chromium's own chatter only
      ...preloaded.flatMap((each) => ['-r', path.join(import.meta.dirname, 'preloaded', each)]),
      ...(executable ? [] : [root]),
      `--lang=${locale}`,
      ...(storeFile ? [`--store=${storeFile}`] : []),
      ...args,
    ],
    // Chromium refuses its sandbox to root; scripts/run.mjs lends an ordinary uid, so it is on in all tests.
    chromiumSandbox: process.getuid?.() !== 0 && !process.env['NO_SANDBOX'],
    colorScheme,
    env: {
      ...definedEnv(),
      ...env,
      LANG: locale === 'zh-CN' ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
      TZ: 'Asia/Shanghai',
      ...(clockFile ? { SHOWROOM_TEST_CLOCK: clockFile } : {}),
      ...(diskFile ? { SHOWROOM_TEST_DISK: diskFile } : {}),
    },
  })
  let printed = ''
  const collect = (chunk: Buffer) => (printed += chunk.toString())
  app.process().stdout?.on('data', collect)
  app.process().stderr?.on('data', collect)
  const page = await app.firstWindow()
  const problems = watchPage(page)
  if (size) await resize(app, page, size)
  await expect
    .poll(() => printed, { message: 'the window is usable', timeout: 20_000 })
    .toContain('[showroom] window usable')
  return { app, page, userData, output: () => printed, problems, close: () => app.close() }
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}

function watchPage(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  return problems
}

async function resize(app: ElectronApplication, page: Page, size: { width: number; height: number }) {
  const browserWindow = await app.browserWindow(page)
  await browserWindow.evaluate((each, { width, height }) => each.setContentSize(width, height), size)
  await expect
    .poll(() => page.evaluate(() => [window.innerWidth, window.innerHeight]))
    .toEqual([size.width, size.height])
}

/** Launches as often as a test likes; closes what is left open, cleans up, and fails a test whose page had errors. */
export const test = base.extend<{ launch: (options?: LaunchOptions) => Promise<RunningApp> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from its pattern
  launch: async ({}, use, info) => {
    const started: RunningApp[] = []
    await use(async (options) => {
      const running = await launchApp(options)
      started.push(running)
      return running
    })
    for (const each of started) await each.close()
    if (info.status !== info.expectedStatus) {
      const body = started.map((each) => each.output()).join('\n')
      await info.attach('what the application printed', { body, contentType: 'text/plain' })
    }
    for (const { userData } of started) fs.rmSync(userData, { recursive: true, force: true })
    expect(started.flatMap((each) => each.problems)).toEqual([])
  },
})

export { expect }
