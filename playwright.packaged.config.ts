import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The packaged application, as `npm run package:smoke` left it in release-smoke; one at a time, because its start is measured. */
export default defineConfig({
  ...base,
  testDir: 'tests/packaged',
  testIgnore: [],
  workers: 1,
  timeout: 120_000,
})
