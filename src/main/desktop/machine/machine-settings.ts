import { Notification } from 'electron'
import type { DesktopChoices, DesktopSettings } from '#shared/contract/desktop.ts'
import type { Choices } from './choices.ts'
import { canStartWithSystem, startWithSystem } from './start-with-system.ts'
import type { Log } from '#main/desktop/support/log.ts'

/** What is chosen for this machine, and what of it the system can do. */
export interface MachineSettings {
  readonly read: () => DesktopSettings
  readonly choose: (change: Partial<DesktopChoices>) => DesktopSettings
}

export function makeMachineSettings(
  choices: Choices,
  tray: { readonly shown: boolean },
  log: Log,
): MachineSettings {
  const read = (): DesktopSettings => ({
    choices: choices.current(),
    can: { notify: Notification.isSupported(), tray: tray.shown, startWithSystem: canStartWithSystem() },
  })
  return {
    read,
    choose: (change) => {
      choices.choose(change)
      if (change.startWithSystem !== undefined) {
        try {
          startWithSystem(change.startWithSystem)
        } catch (error) {
          log.error('start with system', error)
          choices.choose({ startWithSystem: !change.startWithSystem })
        }
      }
      return read()
    },
  }
}
