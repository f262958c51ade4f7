import { app, shell, type Session } from 'electron'
import { isDevelopment, origin, startUrl } from './origin.ts'
import type { Log } from '#main/desktop/support/log.ts'

/** Addresses that may be opened in the browser of the system: none so far. */
const openable: readonly string[] = []
/** What the page may do beside showing itself: copy a text, on a click. */
const permitted: readonly string[] = ['clipboard-sanitized-write']
/** Schemes that stay on this machine. */
const local = ['app:', 'devtools:', 'data:', 'blob:']

/** No page navigates away, opens a window or embeds another page, whatever is in it (S1). */
export function guardPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (what: string) => (event: { readonly preventDefault: () => void }) => {
      event.preventDefault()
      log.error('security', `${what} refused`)
    }
    contents.on('will-frame-navigate', (event) => {
      const isReload = event.isMainFrame && withoutQuery(event.url) === startUrl
      if (!isReload) refuse('navigation')(event)
    })
    contents.on('will-redirect', refuse('redirect'))
    // Of an empty page nobody is asked: whoever sends the window there gets the product back.
    let own: string | undefined
    contents.on('did-navigate', (_navigation, url) => {
      if (withoutQuery(url) === startUrl) own = url
      else if (own !== undefined && url.startsWith('about:')) {
        log.error('security', 'an empty page refused')
        void contents.loadURL(own).catch((error: unknown) => log.error('security', error))
      }
    })
    contents.on('will-attach-webview', refuse('webview'))
    contents.setWindowOpenHandler(({ url }) => {
      if (openable.includes(url)) void shell.openExternal(url)
      else log.error('security', 'window refused')
      return { action: 'deny' }
    })
  })
}

/** No permission, no device, no download, and no address outside this machine. */
export function guardSession(session: Session, log: Log): void {
  const may = (permission: string, asker: string) =>
    permitted.includes(permission) && asker.startsWith(`${origin}/`)
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const yes = may(permission, contents.getURL())
    if (!yes) log.error('security', `permission refused: ${permission}`)
    answer(yes)
  })
  session.setPermissionCheckHandler((contents, permission) => may(permission, contents?.getURL() ?? ''))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const stays = local.some((each) => url.startsWith(each)) || (isDevelopment && isOfDevServer(url))
    if (!stays) log.error('security', 'request to another machine refused')
    answer({ cancel: !stays })
  })
}

const withoutQuery = (url: string) => url.replace(/[?#].*$/s, '')
const isOfDevServer = (url: string) => new URL(url).host === new URL(origin).host
