import type { Actor, Scope } from '#shared/access/can.ts'
import type { Contract, InputOf, Noun, OutputOf } from '#shared/contract/index.ts'
import type { Declaration } from '#shared/contract/declare.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import type { StoreRow } from '#main/store/rows.ts'

/** The last record before the clock jumped ahead, and the dates that are not judged until somebody says it is right. */
export interface ClockAhead {
  readonly lastRecordedAt: Instant
  readonly dates: readonly BusinessDate[]
}

/** What every handler may know. The clock was read once; nothing here waits or asks again. */
export interface Context {
  /** Who asks. Reading it in a public call is a bug and throws. */
  readonly actor: Actor
  /** Over whose rows the call's permission reaches. */
  readonly scope: Scope
  readonly now: Instant
  readonly today: BusinessDate
  readonly policy: Policy
  readonly policyVersion: number
  readonly calendar: StoreCalendar
  readonly store: StoreRow
  readonly schemaVersion: number
  readonly locale: Locale
  /** The clock is behind the last record: marked, and nothing is judged. */
  readonly clockBehind: boolean
  /** A jump ahead that waits to be confirmed, and the dates that wait with it. */
  readonly clockAhead: ClockAhead | null
  /** The last recorded moment. */
  readonly lastRecordedAt: Instant | null
  readonly tokenHash: string | null
  /** The screen of the session is locked (S4): nothing of a customer is told. */
  readonly locked: boolean
  readonly newId: () => string
  readonly prepared: unknown
  readonly progress: (done: number, total: number) => void
  /** Says why, for the audit trail. */
  readonly because: (reason: string) => void
  /** Says whose act it is, where nobody was signed in before: for the audit trail. */
  readonly actsFor: (staffId: string) => void
}

type HandlerOf<D> =
  D extends Declaration<infer K, infer _I, infer _O>
    ? (
        store: K extends 'command' ? WritableStore : ReadableStore,
        input: InputOf<D>,
        context: Context,
      ) => OutputOf<D>
    : never

/** One handler for each verb of a noun: a missing one, or one that writes in a query, does not compile. */
export type HandlersOf<N extends Noun> = { readonly [V in keyof Contract[N]]: HandlerOf<Contract[N][V]> }
export type Handlers = { readonly [N in Noun]: HandlersOf<N> }
