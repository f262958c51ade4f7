import { BrowserWindow, Menu, shell, type BaseWindow, type MenuItemConstructorOptions } from 'electron'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'

export interface MenuOptions {
  readonly locale: Locale
  readonly logFolder: string
  readonly devTools: boolean
  /** Another window beside the one that asks. */
  readonly newWindow: (beside: BrowserWindow | undefined) => void
  readonly collectSupport: (window: BrowserWindow) => void
}

/** The menu: on a Mac, copying and pasting by keys depend on it; elsewhere it is behind the Alt key. */
export function setMenu({ locale, logFolder, devTools, newWindow, collectSupport }: MenuOptions): void {
  const words = texts[locale].desktop
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        {
          label: words.newWindow,
          accelerator: 'CommandOrControl+Shift+N',
          click: (_item, window) => newWindow(asWindow(window)),
        },
        { role: 'close', label: words.closeWindow },
        separator,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.resetZoom },
        separator,
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(devTools ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: words.help,
      submenu: [
        {
          label: words.collectSupport,
          click: (_item, window) => {
            const asked = asWindow(window)
            if (asked) collectSupport(asked)
          },
        },
        { label: words.openLogs, click: () => void shell.openPath(logFolder) },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

const asWindow = (window: BaseWindow | undefined) => (window instanceof BrowserWindow ? window : undefined)
