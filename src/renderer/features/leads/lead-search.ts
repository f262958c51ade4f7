import { leadShows, type LeadShow } from './lead.ts'

/** Which part of the page is open and which lead; the address carries them, so that the check can point at one. */
export const leadTabs = ['list', 'appointments', 'calls', 'import'] as const
export type LeadTab = (typeof leadTabs)[number]

export interface LeadSearch {
  readonly tab?: LeadTab
  readonly show?: LeadShow
  readonly id?: string
}

/** Reads an address, leaving out what is no part of it. */
export function readLeadSearch(raw: Record<string, unknown>): LeadSearch {
  const tab = leadTabs.find((each) => each === raw['tab'])
  const show = leadShows.find((each) => each === raw['show'])
  const id = raw['id']
  return { ...(tab ? { tab } : {}), ...(show ? { show } : {}), ...(typeof id === 'string' ? { id } : {}) }
}
