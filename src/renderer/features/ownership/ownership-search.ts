/** Which part of the page is open; the address carries it, so that a card and the check can point at a claim. */
export const ownershipTabs = ['thinIce', 'claims', 'contacts'] as const
export type OwnershipTab = (typeof ownershipTabs)[number]

export interface OwnershipSearch {
  readonly tab?: OwnershipTab
  readonly claimId?: string
}

/** Reads an address, leaving out what is no part of it. */
export function readOwnershipSearch(raw: Record<string, unknown>): OwnershipSearch {
  const tab = ownershipTabs.find((each) => each === raw['tab'])
  const claimId = raw['claimId']
  return { ...(tab ? { tab } : {}), ...(typeof claimId === 'string' ? { claimId } : {}) }
}

/** The phone that a verdict is asked for. */
export interface VerdictSearch {
  readonly phone?: string
}
export function readVerdictSearch(raw: Record<string, unknown>): VerdictSearch {
  const phone = raw['phone']
  // A number of nothing but digits comes back from the address as one.
  const text = typeof phone === 'number' ? String(phone) : phone
  return typeof text === 'string' ? { phone: text } : {}
}
