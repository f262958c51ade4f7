import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The packaged application, as `npm run package:smoke` left it in release-smoke. */
export default defineConfig({ ...base, testDir: 'tests/packaged', timeout: 120_000 })
