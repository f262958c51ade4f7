import {
  addDays,
  asBusinessDate,
  daysBetween,
  parseBusinessDate,
  type BusinessDate,
} from '#shared/time/business-date.ts'

export type Lean = 'future' | 'past'

const pad = (text: string) => text.padStart(2, '0')
const fullPattern = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const compactPattern = /^(\d{4})(\d{2})(\d{2})$/
const dayPattern = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/
const daysPattern = /^\+(\d{1,3})$/

/**
 * Reads a date as people type it: 2026-3-5, 2026/3/5, 20260305, 3-5, 3/5, 3月5日, +3.
 * Without a year it is the next such day (or the last one, where the field looks back). Undefined when it is none.
 */
export function readDate(text: string, today: BusinessDate, lean: Lean): BusinessDate | undefined {
  const plain = text.normalize('NFKC').trim()
  const full = fullPattern.exec(plain) ?? compactPattern.exec(plain)
  if (full) return parseBusinessDate(`${full[1]}-${pad(full[2] ?? '')}-${pad(full[3] ?? '')}`)
  const after = daysPattern.exec(plain)
  if (after) return addDays(today, Number(after[1]))
  const day = dayPattern.exec(plain)
  if (!day) return undefined
  const year = Number(today.slice(0, 4))
  // 29 February exists in one of any nine years.
  const years = Array.from({ length: 9 }, (_, index) => (lean === 'future' ? year + index : year - index))
  return years
    .map((each) => parseBusinessDate(`${each}-${pad(day[1] ?? '')}-${pad(day[2] ?? '')}`))
    .find(
      (each) =>
        each !== undefined &&
        (lean === 'future' ? daysBetween(today, each) >= 0 : daysBetween(each, today) >= 0),
    )
}

/** A value of the picker, which is always written as a business date. */
export const pickedDate = (text: string): BusinessDate => asBusinessDate(text.slice(0, 10))
