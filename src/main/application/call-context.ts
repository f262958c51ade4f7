import type { Locale } from '#shared/contract/setup.ts'
import type { Instant } from '#shared/time/instant.ts'

/** What a shell says of a call besides its path and input. */
export interface CallContext {
  readonly token?: string | undefined
  readonly commandId?: string | undefined
  /** Sets the clock of this call; only a training store takes it. */
  readonly now?: Instant | undefined
  readonly locale?: Locale | undefined
  /** What was read from disk before the call began, because nothing may wait inside it. */
  readonly prepared?: unknown
  /** Told while long work goes on. */
  readonly progress?: ((done: number, total: number) => void) | undefined
}
