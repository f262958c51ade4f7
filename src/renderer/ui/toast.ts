import { notifications } from '@mantine/notifications'

/** What just happened, in one line: one at a time, away from the buttons in the lower right corner. */
export function toast(message: string, tone: 'ok' | 'warn' = 'ok') {
  notifications.clean()
  notifications.show({ message, color: tone === 'ok' ? 'green' : 'orange', position: 'bottom-left' })
}
