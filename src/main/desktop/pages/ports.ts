import { ipcMain } from 'electron'
import { channels } from '#shared/contract/desktop.ts'
import type { ApplicationThread } from '#main/desktop/thread/application-thread.ts'
import type { Log } from '#main/desktop/support/log.ts'
import { isOwnPage } from './origin.ts'

/** Hands the ports of our own pages to the application, and nobody else's (S1). */
export function passPortsOn(thread: ApplicationThread, log: Log): void {
  ipcMain.on(channels.port, (event) => {
    const [port] = event.ports
    if (isOwnPage(event.senderFrame) && port) return thread.connect(port)
    log.error('security', 'port refused')
    for (const each of event.ports) each.close()
  })
}
