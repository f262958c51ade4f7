import { z } from 'zod'
import { minutesBeforeChoices, type DesktopChoices } from '#shared/contract/desktop.ts'
import { timeOfDay } from '#shared/contract/pieces.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'

export const defaultChoices: DesktopChoices = {
  remindTimed: true,
  minutesBefore: 15,
  remindOpen: true,
  openAt: '17:30',
  closeToTray: false,
  startWithSystem: false,
  reopenBoard: true,
}

/** What a choice may be, whoever makes it: the page or the file. */
export const choicesSchema = z.strictObject({
  remindTimed: z.boolean(),
  minutesBefore: z.literal(minutesBeforeChoices),
  remindOpen: z.boolean(),
  openAt: timeOfDay,
  closeToTray: z.boolean(),
  startWithSystem: z.boolean(),
  reopenBoard: z.boolean(),
})

/** The choices of this machine, kept in a file beside the data; one that is missing or broken is as if nobody had chosen. */
export interface Choices {
  readonly current: () => DesktopChoices
  readonly choose: (change: Partial<DesktopChoices>) => DesktopChoices
}

export function openChoices(file: string): Choices {
  let choices = { ...defaultChoices, ...readSmallFile(file, choicesSchema.partial()) }
  return {
    current: () => choices,
    choose: (change) => {
      // A page can send a field that holds nothing: nothing was chosen there.
      const chosen = Object.entries(change).filter(([, value]) => value !== undefined)
      choices = { ...choices, ...(Object.fromEntries(chosen) as Partial<DesktopChoices>) }
      writeSmallFile(file, choices)
      return choices
    },
  }
}
