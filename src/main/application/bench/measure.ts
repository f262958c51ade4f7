/** What a figure came out as, in milliseconds, beside the floor measured in the same run. */
export interface Measured {
  readonly name: string
  /** What it was measured on. */
  readonly size: string
  readonly p50: number
  readonly p95: number
  readonly floorP50: number
  readonly floorP95: number
  /** p50 by floorP50. */
  readonly ratio: number
  /** Whether the promise holds that is made for it: F1 for a query and a save, F3 for what goes over the whole book. */
  readonly within: boolean
}

/** The value below which that share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** How long something takes, in milliseconds. */
export function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** F1: a query may take three times its floor and half a millisecond. */
const queryFactor = 3
const queryAllowance = 0.5
/** F1: a durable save may take five times its floor, p95 against p95: what else the machine does falls on both. */
const saveFactor = 5

/** F3: what goes over the whole book may take so long, in milliseconds: 100,000 rows of an import, a day roll. */
const most = { import: 5000, roll: 2000 }

export function summarise(
  about: {
    readonly name: string
    readonly size: string
    readonly kind: 'query' | 'save' | keyof typeof most
  },
  samples: readonly number[],
  floors: readonly number[],
): Measured {
  const [p50, p95] = [percentile(samples, 0.5), percentile(samples, 0.95)]
  const [floorP50, floorP95] = [percentile(floors, 0.5), percentile(floors, 0.95)]
  const { name, size, kind } = about
  const limit = {
    query: () => p50 <= queryFactor * floorP50 + queryAllowance,
    save: () => p95 <= saveFactor * floorP95,
    import: () => p95 <= most.import,
    roll: () => p95 <= most.roll,
  }
  const within = limit[kind]()
  return { name, size, p50, p95, floorP50, floorP95, ratio: p50 / floorP50, within }
}
