import { app, nativeImage, type BrowserWindow } from 'electron'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { numberPicture, type Bitmap } from './digits.ts'

/** A drawn picture as Electron shows it. */
export const imageOf = ({ size, pixels }: Bitmap) =>
  nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor: 2 })

/** Shows how much is open today on the icon of the application: a number where the system knows one, on Windows a picture with its words. */
export function showBadge(count: number, windows: readonly BrowserWindow[], locale: Locale): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count)
    return
  }
  const words = fill(texts[locale].desktop.openBody, { count })
  for (const window of windows)
    window.setOverlayIcon(count > 0 ? imageOf(numberPicture(count)) : null, count > 0 ? words : '')
}
