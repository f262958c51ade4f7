import { Notification, type BrowserWindow } from 'electron'
import type { DesktopChoices, ReminderFacts } from '#shared/contract/desktop.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { dueNotices, type Notice } from './due-notices.ts'
import type { ToldNotices } from './told-notices.ts'

export interface RemindersOptions {
  readonly locale: Locale
  readonly told: ToldNotices
  readonly choices: () => DesktopChoices
  /** Brings a window to the front, on a page. */
  readonly show: (window: BrowserWindow, page: string) => void
  /** How much is not yet done today by everybody who is signed in at this machine. */
  readonly count: (open: number) => void
}

/** Tells whoever is signed in what is due, through the system's own notifications: the window may be minimized or in the tray. */
export interface Reminders {
  readonly remind: (window: BrowserWindow, facts: ReminderFacts | null) => void
}

export function makeReminders({ locale, told, choices, show, count }: RemindersOptions): Reminders {
  const words = texts[locale]
  const openOf = new Map<number, { readonly staffId: string; readonly open: number }>()
  /** A notification that nobody holds is collected, and a click on it goes nowhere. */
  const shown = new Set<Notification>()

  const tellCount = () => {
    // Somebody with two windows has his work once.
    const byStaff = new Map([...openOf.values()].map(({ staffId, open }) => [staffId, open]))
    count([...byStaff.values()].reduce((sum, open) => sum + open, 0))
  }

  const textOf = (notice: Notice) =>
    notice.kind === 'open'
      ? { title: words.desktop.openTitle, body: fill(words.desktop.openBody, { count: notice.count }) }
      : {
          title: fill(words.desktop.timedTitle, {
            name: notice.plan.customerName,
            time: notice.plan.time,
            channel: words.codes.channel[notice.plan.channel],
          }),
          body:
            notice.plan.minutesLeft === 0
              ? words.desktop.timedNow
              : fill(words.desktop.timedBody, { minutes: notice.plan.minutesLeft }),
        }

  function tell(window: BrowserWindow, notice: Notice): void {
    const notification = new Notification({ ...textOf(notice), silent: false })
    shown.add(notification)
    notification.on('click', () => {
      shown.delete(notification)
      if (!window.isDestroyed()) show(window, notice.page)
    })
    notification.on('close', () => shown.delete(notification))
    notification.show()
  }

  return {
    remind: (window, facts) => {
      const { id } = window
      if (!openOf.has(id))
        window.once('closed', () => {
          openOf.delete(id)
          tellCount()
        })
      if (facts === null) openOf.delete(id)
      else openOf.set(id, { staffId: facts.staffId, open: facts.open })
      tellCount()
      if (facts === null) return
      const due = dueNotices(facts, choices(), told.of(facts.on))
      if (due.length === 0 || !Notification.isSupported()) return
      told.add(
        facts.on,
        due.map(({ key }) => key),
      )
      for (const notice of due) tell(window, notice)
    },
  }
}
