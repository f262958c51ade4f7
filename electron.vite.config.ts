import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import presetMantine from 'postcss-preset-mantine'
import simpleVars from 'postcss-simple-vars'
import { licencesPlugin } from './scripts/licences.ts'

const root = import.meta.dirname
// Only the native module and the updater stay outside the bundles. Targets are the oldest runtime that runs them: see docs and scripts/electron-runtime.mjs.
const external = ['electron', 'original-fs', 'better-sqlite3', /^electron-updater/]

export default defineConfig({
  main: {
    plugins: [licencesPlugin({ root })],
    build: {
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          start: 'src/main/start.ts',
          index: 'src/main/index.ts',
          thread: 'src/main/desktop/thread/thread.ts',
          'ledger-worker': 'src/main/files/import/ledger-worker.ts',
          'verify-thread': 'src/main/application/verify/verify-thread.ts',
          'backup-thread': 'src/main/application/backups/backup-thread.ts',
          'policies-preview-thread': 'src/main/commands/policies/policies-preview-thread.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload must be CommonJS in one file.
  preload: {
    plugins: [licencesPlugin({ root })],
    build: {
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: 'src/main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), licencesPlugin({ root, last: true })],
    css: {
      postcss: {
        plugins: [
          presetMantine(),
          simpleVars({
            variables: {
              'mantine-breakpoint-xs': '36em',
              'mantine-breakpoint-sm': '48em',
              'mantine-breakpoint-md': '62em',
              'mantine-breakpoint-lg': '75em',
              'mantine-breakpoint-xl': '88em',
            },
          }),
        ],
      },
    },
    build: {
      target: 'chrome130',
      // electron-vite leaves it off; a window has to parse every byte before it can be used.
      minify: true,
      // Read from the disk of the same machine: one file costs less than many.
      chunkSizeWarningLimit: 2000,
      // Absolute, because in development it is looked up from the renderer's own folder.
      rollupOptions: { input: path.resolve(import.meta.dirname, 'src/renderer/index.html') },
    },
  },
})
