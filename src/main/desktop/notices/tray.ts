import { Menu, Tray } from 'electron'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { imageOf } from './badge.ts'
import { trayPicture } from './digits.ts'
import type { Log } from '#main/desktop/support/log.ts'

export interface TrayOptions {
  readonly locale: Locale
  readonly name: string
  readonly log: Log
  readonly open: () => void
  readonly openToDo: () => void
  readonly newWindow: () => void
  readonly lock: () => void
  readonly quit: () => void
}

/** The icon beside the clock. A system without a place for it, or one that refuses, has none. */
export interface TrayIcon {
  readonly shown: boolean
  /** How much is not yet done today. */
  readonly count: (open: number) => void
}

export function makeTray({ locale, name, log, ...acts }: TrayOptions): TrayIcon {
  const words = texts[locale].desktop
  let tray: Tray
  try {
    tray = new Tray(imageOf(trayPicture()))
  } catch (error) {
    log.error('tray', error)
    return { shown: false, count: () => undefined }
  }
  const count = (open: number) => {
    const toDo = fill(words.openBody, { count: open })
    tray.setToolTip(open > 0 ? `${name} · ${toDo}` : name)
    // A menu is made anew: on Linux what changes in one that is shown is not seen.
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.open, click: acts.open },
        { label: toDo, click: acts.openToDo },
        { label: words.lock, click: acts.lock },
        { label: words.newWindow, click: acts.newWindow },
        { type: 'separator' },
        { label: words.quit, click: acts.quit },
      ]),
    )
  }
  tray.on('click', acts.open)
  count(0)
  return { shown: true, count }
}
