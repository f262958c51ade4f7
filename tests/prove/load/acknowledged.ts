import type { PersonName } from '#tests/support/made-store.ts'

/** What the child under load is told to do. */
export interface LoadOrder {
  readonly file: string
  readonly tokens: Readonly<Record<PersonName, string>>
  readonly seed: string
  /** The moment of the first call; each act takes a minute, and each day has so many acts. */
  readonly from: number
  readonly actsADay: number
  /** Ends by itself after so many. */
  readonly acts: number
  /** Closes the store and opens it again after so many acts. */
  readonly reopenEvery: number
  /** Sets `synchronous` once the store is open, for the control that must lose something. */
  readonly synchronous?: 'OFF'
}

/** One command that is about to be sent. */
export interface Attempt {
  readonly n: number
  readonly commandId: string
  readonly as: PersonName | null
  readonly call: string
  readonly input: unknown
  readonly now: number
}

/** One command that was answered with success: its answer has left the process before anything else was begun. */
export interface Acknowledged extends Attempt {
  readonly value: unknown
  /** The last entry of the audit trail then. */
  readonly head: Head
  /** How many rows each table of the store's content had then. */
  readonly counts: Readonly<Record<string, number>>
}

export interface Head {
  readonly sequence: number
  readonly hash: string
}

const marks = { tried: 'TRY ', acknowledged: 'ACK ' } as const

export const writeTried = (tried: Attempt): string => `${marks.tried}${JSON.stringify(tried)}\n`
export const writeAcknowledged = (said: Acknowledged): string =>
  `${marks.acknowledged}${JSON.stringify(said)}\n`

/** Reads lines of a kind out of what has left the process so far; a last line that was cut off was not said. */
const readMarked = <T>(text: string, mark: string): T[] =>
  text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => (line.startsWith(mark) ? [JSON.parse(line.slice(mark.length)) as T] : []))

export const readTried = (text: string): Attempt[] => readMarked(text, marks.tried)
export const readAcknowledged = (text: string): Acknowledged[] => readMarked(text, marks.acknowledged)
