import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import { autostartEntry } from './autostart-entry.ts'

/** Starting with the system belongs to an installed application: in development it would start an Electron without one. */
export const canStartWithSystem = (): boolean =>
  app.isPackaged &&
  (process.platform === 'linux' || process.platform === 'win32' || process.platform === 'darwin')

const fileName = 'showroom-cadence.desktop'

/** Lets the system start the application at sign-in, or not any more. */
export function startWithSystem(on: boolean): void {
  if (!canStartWithSystem()) return
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: on })
  // Electron knows no login items on Linux; every desktop there reads this folder.
  const folder = path.join(app.getPath('appData'), 'autostart')
  const file = path.join(folder, fileName)
  if (!on) return rmSync(file, { force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, autostartEntry(app.getName(), process.env['APPIMAGE'] ?? process.execPath))
}
