import { app } from 'electron'
import type { DesktopVersions } from '#shared/contract/desktop.ts'

/** What runs here. */
export const versions = (): DesktopVersions => ({
  product: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions['chrome'] ?? '',
  node: process.versions.node,
})
