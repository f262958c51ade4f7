import { parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { leadShows, type LeadShow } from './lead.ts'

/** Which part of the page is open and which lead; the address carries them, so that the check can point at one. */
export const leadTabs = ['list', 'appointments', 'calls', 'import'] as const
export type LeadTab = (typeof leadTabs)[number]

export interface LeadSearch {
  readonly tab?: LeadTab
  readonly show?: LeadShow
  /** Of the lead, or of the person whose calls are looked at. */
  readonly id?: string
  /** The date of the calls. */
  readonly on?: BusinessDate
}

/** Reads an address, leaving out what is no part of it. */
export function readLeadSearch(raw: Record<string, unknown>): LeadSearch {
  const tab = leadTabs.find((each) => each === raw['tab'])
  const show = leadShows.find((each) => each === raw['show'])
  const id = raw['id']
  const on = typeof raw['on'] === 'string' ? parseBusinessDate(raw['on']) : undefined
  return {
    ...(tab ? { tab } : {}),
    ...(show ? { show } : {}),
    ...(typeof id === 'string' ? { id } : {}),
    ...(on ? { on } : {}),
  }
}
