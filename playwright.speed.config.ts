import { defineConfig } from '@playwright/test'

/** What people wait for in the windows, measured in real Electron by `npm run bench`. */
export default defineConfig({
  testDir: 'tests/speed',
  outputDir: 'test-results/speed',
  globalSetup: './tests/support/template-folder.ts',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 15 * 60_000,
  expect: { timeout: 5 * 60_000 },
  reporter: 'list',
  use: { trace: 'off' },
})
