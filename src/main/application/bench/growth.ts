import type { Measured } from './measure.ts'

/** F4: while the store grows tenfold, these may become at most so much slower. */
const mostGrowth = 1.5
const growing = ['to-do list', 'lookup by phone', 'execute a follow-up']

/** How much slower a figure is on a store that is larger. */
export interface Growth {
  readonly name: string
  readonly from: string
  readonly to: string
  /** p50 on the larger store by p50 on the smaller one. */
  readonly factor: number
  /** Whether PROMISES F4 holds for it. */
  readonly within: boolean
}

/** F4: the figures that must not grow with the store, from each size to the next. */
export const growthOf = (sizes: readonly (readonly Measured[])[]): Growth[] =>
  sizes.slice(1).flatMap((larger, i) =>
    growing.flatMap((name): Growth[] => {
      const small = sizes[i]?.find((each) => each.name === name)
      const large = larger.find((each) => each.name === name)
      if (!small || !large) return []
      const factor = large.p50 / small.p50
      return [{ name, from: small.size, to: large.size, factor, within: factor <= mostGrowth }]
    }),
  )
