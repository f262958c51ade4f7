import type { PersonName } from '#tests/support/made-store.ts'

/** What the child that opens damaged stores is told to do. */
export interface DamageOrder {
  /** Where the whole store lies, with what was said of it. */
  readonly base: string
  readonly scratch: string
  readonly tokens: Readonly<Record<PersonName, string>>
  /** Numbers of mutations: from this one, up to and without that one. */
  readonly from: number
  readonly until: number
}

/** What became of a damaged store. */
export type Outcome =
  /** It did not open, and the code says why; nothing of it was changed. */
  | { readonly state: 'told'; readonly code: string }
  /** It is open and is what it was: the damage lay where nothing is kept. */
  | { readonly state: 'whole'; readonly digest: string }
  /** It is open and is what it was at an earlier moment, as after a power cut: the end of the log is gone, which no file can tell. */
  | { readonly state: 'earlier' }
  /** It is open with changed content in sound pages: the check of the whole store names it. */
  | { readonly state: 'named'; readonly code: string }
  | { readonly state: 'bad'; readonly why: string }

export interface Begun {
  readonly n: number
  /** Which mutation it is. */
  readonly name: string
}
export interface Done extends Begun {
  readonly outcome: Outcome
}

export const sayBegun = (begun: Begun): string => `${JSON.stringify(begun)}\n`
export const sayDone = (done: Done): string => `${JSON.stringify(done)}\n`
/** Reads whole lines. */
export const readSaid = (text: string): (Begun | Done)[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Begun | Done)
