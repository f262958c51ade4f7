import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol, type Session } from 'electron'
import { host, scheme } from './origin.ts'
import { pageFile } from './page-file.ts'

/**
 * Scripts, pictures and calls come from the product alone, and nothing is evaluated. Styles are let in inline,
 * because Mantine writes the sizes and colours of its parts into style attributes and elements.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** To be called before the application is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** Serves the built page over a scheme of its own instead of file://, which could read the whole disk (S1). */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    const found = url.host === host && request.method === 'GET' ? pageFile(folder, url.pathname) : undefined
    if (!found) return new Response(null, { status: 404 })
    try {
      const body = await readFile(path.join(folder, found.file))
      const headers = {
        'content-type': found.type,
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      }
      return new Response(body, { headers })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
