import { parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'

/** The date that is read, the line that is open, and a phone with which a visit begins: what an address may say. */
export interface ShowroomSearch {
  readonly on?: BusinessDate
  readonly visit?: string
  readonly phone?: string
}

/** Reads an address, leaving out what is no part of it. */
export function readShowroomSearch(raw: Record<string, unknown>): ShowroomSearch {
  const on = typeof raw['on'] === 'string' ? parseBusinessDate(raw['on']) : undefined
  const visit = raw['visit']
  // A number of nothing but digits comes back from the address as one.
  const phone = typeof raw['phone'] === 'number' ? String(raw['phone']) : raw['phone']
  return {
    ...(on ? { on } : {}),
    ...(typeof visit === 'string' ? { visit } : {}),
    ...(typeof phone === 'string' ? { phone } : {}),
  }
}
