import { elapsed } from '#main/platform/clock.ts'

/** So many deaths within so many milliseconds, and starting again helps nobody. */
const most = 3
const countFor = 60_000

/** Counts how often something died lately. */
export interface Deaths {
  readonly most: number
  /** Notes one more; answers whether it was one too many. The next ones count from nothing then. */
  readonly another: () => boolean
}

export function makeDeaths(): Deaths {
  let deaths: number[] = []
  return {
    most,
    another: () => {
      const now = elapsed()
      deaths = [...deaths.filter((at) => at > now - countFor), now]
      if (deaths.length < most) return false
      deaths = []
      return true
    },
  }
}
