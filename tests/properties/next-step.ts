import type { BusinessDate } from '#shared/time/business-date.ts'

/** What follows a contact of a history, by any number: mostly a plan, now and then an end, or what is planned already. */
export function nextStep(how: number, on: BusinessDate) {
  if (how % 17 === 0) return { kind: 'ordered' }
  if (how % 13 === 0) return { kind: 'lost', reason: 'price' }
  if (how % 7 === 0) return { kind: 'keep' }
  return { kind: 'plan', on, channel: how % 5 === 0 ? 'showroom_visit' : 'phone', purpose: '' }
}
