import type { Channel, Result } from '#shared/domain/codes.ts'
import { addDays, daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import type { Next } from '#main/rules/execute-follow-up.ts'
import { gradeForDate, gradeOutOfStep } from '#main/rules/grade-for-date.ts'
import { coldness, type Day, type Deal, type World } from './world.ts'
import { competitors, conversations, feedbacks, losses, missedNotes, shortNotes } from './words.ts'

/** What comes of one contact. */
export interface Contact {
  readonly result: Result
  readonly channel: Channel
  readonly content: string
  readonly feedback: string | null
  readonly grade?: string
  readonly expectedPurchaseDate?: BusinessDate
  /** Absent where it goes on. */
  readonly end?: Exclude<Next, { kind: 'plan' }>
}

const results: readonly (readonly [Result, number])[] = [
  ['reached', 78],
  ['no_answer', 11],
  ['busy', 4],
  ['powered_off', 2],
  ['hung_up', 2],
  ['not_in_person', 2],
  ['wrong_number', 0.5],
  ['invalid_number', 0.5],
]
/** Attempts in a row after which a customer is given up now and then. */
const manyAttempts = 5

const temperature = (cold: number) => (cold < 0.3 ? 'hot' : cold < 0.7 ? 'warm' : 'cold')
/** How often a conversation ends the deal, as a share of the usual rate. */
const orderShare = { hot: 0.75, warm: 0.25, cold: 0.06 }
const lossShare = { hot: 0.6, warm: 0.8, cold: 0.85 }

function missed(world: World, deal: Deal, result: Result, channel: Channel): Contact {
  const { random } = world
  const givenUp = deal.row.attemptsSinceReached + 1 >= manyAttempts && random.chance(0.4)
  const end = givenUp ? { end: { kind: 'lost', reason: 'unreachable', note: null } as const } : {}
  return { result, channel, content: random.pick(missedNotes), feedback: null, ...end }
}

/** The date the customer names now, where it is not the old one. */
function newDate({ random, policy }: World, { row }: Deal, today: BusinessDate): BusinessDate | undefined {
  const expected = row.expectedPurchaseDate
  if (expected === null) return undefined
  if (expected <= today)
    return addDays(
      today,
      random.weighted([
        [random.between(1, 7), 2],
        [random.between(8, 15), 3],
        [random.between(16, 30), 2],
        [random.between(31, 60), 1],
      ]),
    )
  const drifted = gradeOutOfStep(row, policy, today) !== undefined
  if (drifted && random.chance(0.35)) return addDays(expected, random.between(4, 14))
  if (random.chance(0.05)) return addDays(today, Math.max(1, Math.floor(daysBetween(today, expected) / 2)))
  return undefined
}

/** What comes of a contact with this customer, by chance: most are reached, and few of those are the last one. */
export function decideContact(world: World, deal: Deal, day: Day, contactedOn: BusinessDate): Contact {
  const { random, policy, endRate } = world
  const { row, plan } = deal
  const channel = plan?.channel ?? 'phone'
  const late = contactedOn < day.on
  const result = late ? 'reached' : random.weighted(results)
  if (result !== 'reached')
    return missed(world, deal, result, channel === 'showroom_visit' ? 'phone' : channel)

  const heat = temperature(coldness(policy, row.grade))
  const content = random.chance(0.05)
    ? random.pick(shortNotes)
    : random
        .pick(conversations[heat])
        .replace('{{model}}', row.model ?? '')
        .replace('{{competitor}}', row.competitor ?? random.pick(competitors))
  const said = {
    result,
    channel,
    content,
    feedback: random.chance(0.3) ? random.pick(feedbacks) : null,
  } as const
  if (random.chance(endRate * orderShare[heat])) return { ...said, end: { kind: 'ordered' } }
  if (random.chance(endRate * lossShare[heat])) {
    const [reason, note] = random.pick(losses)
    return { ...said, end: { kind: 'lost', reason, note } }
  }
  const moved = newDate(world, deal, day.on)
  if (moved) {
    const grade = gradeForDate(moved, policy, day.on)
    return { ...said, expectedPurchaseDate: moved, ...(grade ? { grade } : {}) }
  }
  const drift = gradeOutOfStep(row, policy, day.on)
  return drift && random.chance(0.85) ? { ...said, grade: drift.gradeByDate } : said
}
