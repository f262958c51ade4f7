import type { Instant } from '#shared/time/instant.ts'

/** Where the present moment comes from: the machine, or a fixed moment in tests and training calls. */
export interface Clock {
  readonly now: () => Instant
}

/** The machine's clock: the only place of the product that reads it. */
export const systemClock: Clock = { now: () => Date.now() }

/** Milliseconds that have passed since the program began, whatever becomes of the machine's clock. */
export const elapsed = (): number => performance.now()

/** A clock that stands still. */
export const fixedClock = (now: Instant): Clock => ({ now: () => now })
