import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** What takes longest in the windows, a whole day by keyboard, crashes and restarts: among the proofs, not in every `npm test`. */
export default defineConfig({ ...base, testDir: 'tests/e2e/long', testIgnore: [] })
