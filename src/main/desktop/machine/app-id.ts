import type { App } from 'electron'

/** By this Windows knows the program: the same as electron-builder writes into its shortcut in the start menu. */
export const appId = 'showroom-cadence'

/**
 * Tells Windows who shows notifications: of a program that it does not find in the start menu under the same name none appears, and its
 * windows stand apart from its pinned icon. One that was not installed has no such shortcut.
 */
export function tellWindowsWhoThisIs(
  app: Pick<App, 'isPackaged' | 'setAppUserModelId'>,
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform === 'win32' && app.isPackaged) app.setAppUserModelId(appId)
}
