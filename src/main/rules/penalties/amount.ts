import type { Ladder } from '#shared/policy/policy.ts'

/**
 * Beyond this a figure is no penalty any more but an accident of doubling: it is refused, so that every amount, and
 * the sum of ten thousand of them, stays an exact integer.
 */
export const largestExactAmount = Math.floor(Number.MAX_SAFE_INTEGER / 10_000)

/**
 * What an occasion takes for one item and for all of them: the first amount, multiplied on each further
 * occasion. Fen or points; null beyond what can be told exactly.
 */
export function amountOf(
  { unit, firstAmount, factor }: Pick<Ladder, 'unit' | 'firstAmount' | 'factor'>,
  occasion: number,
  items: number,
): { readonly perItem: number; readonly gross: number } | null {
  if (unit === 'none') return { perItem: 0, gross: 0 }
  let perItem = firstAmount
  // Integer by integer: a power need not be exact.
  const steps = factor === 1 ? 0 : occasion - 1
  for (let each = 0; each < steps; each += 1) {
    perItem *= factor
    if (perItem > largestExactAmount) return null
  }
  const gross = perItem * items
  return gross > largestExactAmount ? null : { perItem, gross }
}

/** What the monthly cap takes off an amount of money, given what the person bears in that month already. */
export const capTakes = (capFen: number | null, charged: number, gross: number): number =>
  capFen === null ? 0 : Math.max(0, gross - Math.max(0, capFen - charged))

/** The manager's share of what the person himself bears, rounded down to a fen. */
export const shareOf = (amount: number, percent: number): number => Math.floor((amount * percent) / 100)
