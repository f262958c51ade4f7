import { defineConfig } from 'vitest/config'

/** The long proofs of `npm run prove`: what breaks, fills, cuts off or floods the store. */
export default defineConfig({
  test: {
    name: 'prove',
    include: ['tests/prove/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/support/template-folder.ts'],
    pool: 'forks',
    env: { TZ: 'Asia/Shanghai' },
    setupFiles: ['tests/support/machine-zone.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 10 * 60_000,
    // Each proof makes its own load on processor and disk.
    fileParallelism: false,
  },
})
