import { defineConfig } from 'vitest/config'

/** Tests that put something in a module's place: they must be the first to load it. */
const withoutCompany = ['tests/integration/network-share.test.ts']

/** One project of tests under one machine time zone; the setup file proves that the zone is in force. */
const project = (name: string, zone: string, folders: string[]) => ({
  extends: true as const,
  test: {
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    exclude: [...withoutCompany],
    env: { TZ: zone },
    setupFiles: ['tests/support/machine-zone.ts'],
  },
})

const apart = {
  extends: true as const,
  test: {
    name: 'apart',
    include: withoutCompany,
    env: { TZ: 'Asia/Shanghai' },
    setupFiles: ['tests/support/machine-zone.ts'],
    isolate: true,
  },
}

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['tests/support/template-folder.ts'],
    // Modules stay loaded from one file to the next: no test changes them, and loading them took half of the time.
    isolate: false,
    pool: 'forks', // the time zone of a process cannot be changed from a thread
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // What is waited for comes in milliseconds, and in seconds where everything else runs beside it.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      project('unit', 'Asia/Shanghai', ['unit']),
      // The store's zone must never be taken from the machine: the same tests far west of it.
      project('unit-far-zone', 'America/Los_Angeles', ['unit']),
      project('integration', 'Asia/Shanghai', ['integration']),
      apart,
      project('scenarios', 'Asia/Shanghai', ['scenarios']),
      project('properties', 'Asia/Shanghai', ['properties']),
      project('architecture', 'Asia/Shanghai', ['architecture']),
    ],
  },
})
