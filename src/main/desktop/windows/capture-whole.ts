import type { WebContents } from 'electron'

/** What a picture of the page takes, in CSS pixels from its upper left corner. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * A PNG of the page as large as asked, also below the edge of the window: a signed sheet is longer than any screen.
 * Electron's own `capturePage` sees only what is shown, so the page is asked through its debugging protocol, which is
 * attached for this one question.
 */
export async function captureWhole(page: WebContents, { width, height }: PictureSize): Promise<Buffer> {
  const wasAttached = page.debugger.isAttached()
  if (!wasAttached) page.debugger.attach('1.3')
  try {
    const answer: unknown = await page.debugger.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    })
    const { data } = answer as { data: string }
    return Buffer.from(data, 'base64')
  } finally {
    if (!wasAttached) page.debugger.detach()
  }
}
