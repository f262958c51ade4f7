import fc from 'fast-check'

/** What people may do in a history, as data that fast-check can make and shrink. Numbers choose among what there is. */
export type Act =
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'register'; readonly who: number; readonly grade: number; readonly days: number }
  | { readonly do: 'follow'; readonly which: number; readonly how: number; readonly days: number }
  | { readonly do: 'missed'; readonly which: number }
  | { readonly do: 'move'; readonly which: number; readonly days: number }
  | { readonly do: 'allow'; readonly which: number; readonly days: number }
  | { readonly do: 'expect'; readonly which: number; readonly days: number }
  | { readonly do: 'decideLoss'; readonly which: number; readonly yes: boolean }
  | {
      readonly do: 'askLeave'
      readonly who: number
      readonly days: number
      readonly length: number
      readonly sick: boolean
    }
  | { readonly do: 'handOff'; readonly which: number; readonly line: number; readonly cover: boolean }
  | { readonly do: 'postponeRest' | 'confirmLeave' | 'cancelLeave'; readonly which: number }
  | { readonly do: 'shortenLeave'; readonly which: number; readonly days: number }
  | {
      readonly do: 'reassign'
      readonly from: number
      readonly to: number
      readonly even: boolean
      readonly some: number
    }
  | { readonly do: 'undo'; readonly which: number }
  | { readonly do: 'judge'; readonly which: number; readonly how: 'confirm' | 'waive' | 'object' | 'lower' }
  | { readonly do: 'approve'; readonly some: number }
  | { readonly do: 'reverse'; readonly which: number; readonly keep: boolean }
  | { readonly do: 'claim'; readonly which: number; readonly who: number }
  | { readonly do: 'decideClaim'; readonly which: number; readonly yes: boolean }
  | { readonly do: 'resign'; readonly who: number }
  | { readonly do: 'instruct'; readonly which: number; readonly helped: boolean }
  | { readonly do: 'answerInstruction' | 'closeInstruction'; readonly which: number }
  | { readonly do: 'link' | 'unlink'; readonly which: number; readonly other: number }
  | { readonly do: 'report'; readonly which: number; readonly accept: boolean }
  | { readonly do: 'suspend'; readonly which: number; readonly days: number; readonly lower: boolean }
  | { readonly do: 'publish'; readonly which: number; readonly days: number }
  | { readonly do: 'closeStore'; readonly days: number }

const index = fc.nat({ max: 97 })
const days = (max: number) => fc.integer({ min: 0, max })

const act = <D extends Act['do']>(name: D, rest: object) =>
  fc.record({ do: fc.constant(name), ...rest }) as unknown as fc.Arbitrary<Act>

const supervising = ['confirm', 'confirm', 'waive', 'object', 'lower'] as const

/** One act; the daily work comes more often than what is seldom. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: act('wait', { days: fc.integer({ min: 1, max: 4 }) }) },
  // Long enough that a customer nobody called is dormant.
  { weight: 1, arbitrary: act('wait', { days: fc.integer({ min: 29, max: 34 }) }) },
  { weight: 8, arbitrary: act('register', { who: index, grade: index, days: days(40) }) },
  { weight: 14, arbitrary: act('follow', { which: index, how: index, days: days(20) }) },
  { weight: 2, arbitrary: act('missed', { which: index }) },
  { weight: 3, arbitrary: act('move', { which: index, days: days(20) }) },
  { weight: 2, arbitrary: act('allow', { which: index, days: days(40) }) },
  { weight: 2, arbitrary: act('expect', { which: index, days: days(60) }) },
  { weight: 3, arbitrary: act('decideLoss', { which: index, yes: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: act('askLeave', { who: index, days: days(6), length: days(8), sick: fc.boolean() }),
  },
  { weight: 6, arbitrary: act('handOff', { which: index, line: index, cover: fc.boolean() }) },
  { weight: 4, arbitrary: act('postponeRest', { which: index }) },
  { weight: 5, arbitrary: act('confirmLeave', { which: index }) },
  { weight: 1, arbitrary: act('cancelLeave', { which: index }) },
  { weight: 2, arbitrary: act('shortenLeave', { which: index, days: days(5) }) },
  { weight: 4, arbitrary: act('reassign', { from: index, to: index, even: fc.boolean(), some: index }) },
  { weight: 2, arbitrary: act('undo', { which: index }) },
  { weight: 7, arbitrary: act('judge', { which: index, how: fc.constantFrom(...supervising) }) },
  { weight: 5, arbitrary: act('approve', { some: index }) },
  { weight: 3, arbitrary: act('reverse', { which: index, keep: fc.boolean() }) },
  { weight: 4, arbitrary: act('claim', { which: index, who: index }) },
  { weight: 4, arbitrary: act('decideClaim', { which: index, yes: fc.boolean() }) },
  { weight: 1, arbitrary: act('resign', { who: index }) },
  { weight: 2, arbitrary: act('instruct', { which: index, helped: fc.boolean() }) },
  { weight: 2, arbitrary: act('answerInstruction', { which: index }) },
  { weight: 1, arbitrary: act('closeInstruction', { which: index }) },
  { weight: 3, arbitrary: act('link', { which: index, other: index }) },
  { weight: 1, arbitrary: act('unlink', { which: index, other: index }) },
  { weight: 2, arbitrary: act('report', { which: index, accept: fc.boolean() }) },
  { weight: 1, arbitrary: act('suspend', { which: index, days: days(5), lower: fc.boolean() }) },
  { weight: 3, arbitrary: act('publish', { which: index, days: days(6) }) },
  { weight: 1, arbitrary: act('closeStore', { days: days(10) }) },
)

export const anyHistory = fc.array(anyAct, { minLength: 15, maxLength: 70, size: 'max' })
