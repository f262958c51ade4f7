/** Which part of the page is open, and which line of it; the address carries them, so that the check can point at one. */
export const rectificationTabs = ['reports', 'suspensions'] as const
export type RectificationTab = (typeof rectificationTabs)[number]

export interface RectificationSearch {
  readonly tab?: RectificationTab
  /** Of the report or the suspension. */
  readonly id?: string
}

/** Reads an address, leaving out what is no part of it. */
export function readRectificationSearch(raw: Record<string, unknown>): RectificationSearch {
  const tab = rectificationTabs.find((each) => each === raw['tab'])
  const id = raw['id']
  return { ...(tab ? { tab } : {}), ...(typeof id === 'string' ? { id } : {}) }
}
