import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: 'long/**',
  outputDir: 'test-results',
  globalSetup: './tests/support/template-folder.ts',
  // Much of a test is waiting for what a screen shows: two share the processor well.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // Where nobody watches, a test that fails is asked once more; one that passes only then is named at the end (suites.mjs).
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'off' },
})
