import { app, type WebFrameMain } from 'electron'

/** The scheme and host of the product's own pages. */
export const scheme = 'app'
export const host = 'showroom'

/** In development the pages come from the tool that builds them. */
const devAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const devUrl = devAddress ? new URL(devAddress) : undefined
export const origin = devUrl?.origin ?? `${scheme}://${host}`
/** Where the page begins. */
export const startUrl = devUrl?.href ?? `${origin}/index.html`
export const isDevelopment = devUrl !== undefined

/** Whether a message comes from a page of the product, and from no frame within it (S1). */
export const isOwnPage = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && frame.origin === origin
