import type { LogFailure } from '#main/application/failure.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { Options, Verb } from './read-options.ts'
import type { Shell } from './shell.ts'

/** What a verb is given beside its options. */
export interface Around {
  readonly shell: Shell
  /** The language that was asked for; none means that of the store, else English. */
  readonly lang: Locale | undefined
  readonly log: LogFailure
}
/** Does the work of a verb, writes its answer, and says how the process ends. */
export type RunVerb<V extends Verb> = (options: Options<V>, around: Around) => Promise<number>
