import { longestUpdateSource } from '#shared/contract/updates.ts'

/** Where updates of the program come from, once it is understood. */
export type UpdateSource =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }

const localHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']
const windowsFolder = /^([A-Za-z]:[\\/]|\\\\[^\\/]+[\\/][^\\/])/
const control = /\p{Cc}/u

/**
 * Reads what a store has set as the source of its updates: an https address, an address of this machine, or a folder by its whole
 * path (a stick, a share). Undefined for anything else: what comes over an open line could be anybody's program.
 */
export function readUpdateSource(text: string): UpdateSource | undefined {
  const asked = text.trim()
  if (asked === '' || asked.length > longestUpdateSource || control.test(asked)) return undefined
  if (asked.startsWith('/') || windowsFolder.test(asked)) return { kind: 'folder', path: asked }
  let url: URL
  try {
    url = new URL(asked)
  } catch {
    return undefined
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.includes(url.hostname))
  if (!isSafe || url.username !== '' || url.password !== '') return undefined
  url.search = ''
  url.hash = ''
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return { kind: 'address', url: url.href }
}
