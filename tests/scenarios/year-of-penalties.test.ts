import { describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/index.ts'
import { ladders, type LadderName, type ViolationKind } from '#shared/domain/codes.ts'
import { addDays, asBusinessDate, daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { readRows, register } from '#tests/support/book.ts'
import { addSecondPolicy, withPointsAndCap } from '#tests/support/policies.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'
import { raise, withPenalties } from '#tests/support/books/violations.ts'

/**
 * A year of penalties through the real application, beside a second implementation that knows nothing of it: a flat
 * list of charges with a mark for what was taken back, in which everything is counted anew each time.
 */

interface Scheme {
  readonly reset: 'never' | 'month' | 'quarter' | 'year'
  readonly cap: number | null
  /** The second half of the year has a policy of its own: postponements cost points, the cap is another. */
  readonly capFromJuly: number | null
}
interface Charge {
  readonly no: number
  readonly bearer: PersonName
  readonly of: PersonName
  readonly share: boolean
  readonly ladder: LadderName
  readonly on: string
  readonly nth: number
  readonly count: number
  readonly each: number
  readonly full: number
  readonly paid: number
  readonly unit: 'money' | 'points' | 'none'
  readonly follows: string[]
  readonly ids: string[]
  takenBack: boolean
}
interface Fault {
  readonly id: string
  readonly who: PersonName
  readonly kind: ViolationKind
  readonly on: string
  state: string
  wasConfirmed: boolean
  lowered: boolean
}

const bossOf: Partial<Record<PersonName, PersonName>> = {
  chen: 'manager',
  li: 'manager',
  zhou: 'otherManager',
}
const ladderOfKind: Partial<Record<ViolationKind, LadderName>> = {
  overdue_follow_up: 'overdue',
  expired_opportunity: 'overdue',
  unrealistic_postponement: 'postponement',
  frequency_breach: 'frequency',
  missing_plan: 'frequency',
}
const half = '2026-07-01'

/** The naive book: no ledger, no reversals, only charges that count or do not. */
function makeBook(scheme: Scheme, idOf: (who: PersonName) => string) {
  const charges: Charge[] = []
  const samePeriod = (a: string, b: string): boolean => {
    const quarter = (date: string) => Math.floor((Number(date.slice(5, 7)) - 1) / 3)
    if (scheme.reset === 'never') return true
    if (a.slice(0, 4) !== b.slice(0, 4)) return false
    if (scheme.reset === 'month') return a.slice(5, 7) === b.slice(5, 7)
    return scheme.reset === 'year' || quarter(a) === quarter(b)
  }
  const counting = () => charges.filter(({ takenBack }) => !takenBack)
  const room = (who: PersonName, on: string): number => {
    const cap = on < half ? scheme.cap : scheme.capFromJuly
    if (cap === null) return Infinity
    let left = cap
    for (const each of counting())
      if (each.bearer === who && each.unit === 'money' && each.on.slice(0, 7) === on.slice(0, 7))
        left -= each.paid
    return Math.max(0, left)
  }
  const charge = (faults: readonly Fault[]): Charge[] => {
    const [first] = faults
    const ladder = first && ladderOfKind[first.kind]
    if (!first || !ladder) throw new Error('nothing to charge')
    const { who, on } = first
    const before = counting().filter((each) => !each.share && each.of === who && each.ladder === ladder)
    const sameDay = before.find((each) => each.on === on)
    const days: Record<string, true> = {}
    for (const each of before) if (each.on < on && samePeriod(each.on, on)) days[each.on] = true
    const nth = sameDay ? sameDay.nth : Object.keys(days).length + 1
    const unit = ladder === 'overdue' ? 'none' : ladder === 'postponement' && on >= half ? 'points' : 'money'
    let each = unit === 'none' ? 0 : 5_000
    if (unit !== 'none') for (let time = 2; time <= nth; time += 1) each += each
    const full = each * faults.length
    const paid = unit === 'money' ? Math.min(full, room(who, on)) : full
    const spared = faults.every(({ lowered }) => lowered)
    const follows = [
      ...(ladder === 'overdue' ? ['report'] : []),
      ...(nth >= (ladder === 'overdue' ? 2 : 3) && !spared ? ['suspension'] : []),
    ]
    const about = { of: who, ladder, on, nth, count: faults.length, each, unit, takenBack: false } as const
    const own: Charge = {
      ...about,
      no: charges.length + 1,
      bearer: who,
      share: false,
      full,
      paid,
      follows,
      ids: faults.map(({ id }) => id),
    }
    charges.push(own)
    const boss = bossOf[who]
    const part = unit === 'money' ? (paid - (paid % 2)) / 2 : 0
    if (!boss || part === 0) return [own]
    const share: Charge = {
      ...about,
      no: charges.length + 1,
      bearer: boss,
      share: true,
      full: part,
      paid: Math.min(part, room(boss, on)),
      follows: [],
      ids: [],
    }
    charges.push(share)
    return [own, share]
  }
  /** The order of the ledger: by date, then person as the store knows him, then ladder. */
  const inOrder = (faults: readonly Fault[]): Fault[][] => {
    const keys = [
      ...new Set(
        faults.map(
          ({ on, who, kind }) => `${on}|${idOf(who)}|${ladders.indexOf(ladderOfKind[kind] ?? 'overdue')}`,
        ),
      ),
    ].sort()
    return keys.map((key) =>
      faults.filter(
        ({ on, who, kind }) =>
          `${on}|${idOf(who)}|${ladders.indexOf(ladderOfKind[kind] ?? 'overdue')}` === key,
      ),
    )
  }
  return { charges, charge, inOrder }
}

/** Chance that is the same every time. */
function makeChance(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    yes: (share: number) => next() < share,
    pick: <T>(of: readonly T[]): T | undefined => of[below(of.length)],
    some: <T>(of: readonly T[], share: number): T[] => of.filter(() => next() < share),
  }
}

function ledgerOf(store: TrainingStore) {
  const rows = []
  let cursor: string | null = null
  do {
    const page: Output<'penalties', 'ledger'> = store.ok('director', 'penalties.ledger', {
      from: '2026-01-01',
      until: '2026-12-31',
      limit: 500,
      cursor,
    })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor)
  return rows.sort((a, b) => a.sequence - b.sequence)
}

function playYear(
  seed: number,
  scheme: Scheme,
): { acts: number; refused: number; reversed: number; capped: number } {
  const store = openTrainingStore({ now: '2026-01-02' })
  withPenalties(store, 'reset', scheme.reset)
  withPenalties(store, 'monthlyCapFen', scheme.cap)
  const { capFromJuly } = scheme
  addSecondPolicy(store, (first) => withPointsAndCap(first, capFromJuly), half)
  // Somebody answers for something, so that every date is rolled and the ledger checked with it.
  register(store, 'li', { grade: 'C', expected: '2026-12-30', plan: '2026-01-05' })
  const chance = makeChance(seed)
  const book = makeBook(scheme, (who) => store.ids[who])
  const faults: Fault[] = []
  const entryIds: string[] = []
  let [acts, refused, reversed] = [0, 0, 0]

  const withState = (...states: string[]) => faults.filter(({ state }) => states.includes(state))
  const start = asBusinessDate('2026-01-05')
  const kinds = [...Object.keys(ladderOfKind), 'uncarded_visit'] as ViolationKind[]

  function raiseSome(today: BusinessDate): void {
    for (const who of ['chen', 'li', 'zhou'] as const) {
      if (!chance.yes(0.5)) continue
      const on = addDays(today, -chance.below(4))
      const kind = chance.pick(kinds) ?? 'missing_plan'
      for (let more = 0; more <= chance.below(3); more += 1) {
        const id = raise(store, who, kind, on, { policyVersion: on < half ? 1 : 2 })
        faults.push({ id, who, kind, on, state: 'raised', wasConfirmed: false, lowered: false })
      }
    }
  }
  function decideSome(): void {
    for (const fault of chance.some(withState('raised', 'objected'), 0.6)) {
      const boss = bossOf[fault.who] ?? 'manager'
      if (chance.yes(0.15)) {
        store.ok(boss, 'violations.waive', { violationIds: [fault.id], reason: '情况属实' })
        fault.state = 'waived'
      } else {
        const lowerSuspension = chance.yes(0.3)
        store.ok(boss, 'violations.confirm', { violationIds: [fault.id], lowerSuspension })
        fault.state = 'confirmed'
        fault.lowered = lowerSuspension
      }
      acts += 1
    }
    for (const fault of chance.some(withState('raised', 'confirmed'), 0.05)) {
      store.ok(fault.who, 'violations.object', { violationIds: [fault.id], reason: '不属实' })
      fault.wasConfirmed = fault.state === 'confirmed'
      fault.state = 'objected'
      acts += 1
    }
  }
  function approveSome(): void {
    const waiting = withState('confirmed').filter(({ kind }) => kind !== 'uncarded_visit')
    // Mostly everything of some people, as a director works; now and then a choice that leaves earlier dates behind.
    const people = chance.some(['chen', 'li', 'zhou'] as const, 0.7)
    const chosen = chance.yes(0.8)
      ? waiting.filter(({ who }) => people.some((each) => each === who))
      : chance.some(waiting, 0.6)
    if (chosen.length === 0) return
    acts += 1
    const waits = chosen.some((each) =>
      faults.some(
        (other) =>
          other.who === each.who &&
          other.on < each.on &&
          ladderOfKind[other.kind] === ladderOfKind[each.kind] &&
          (other.state === 'confirmed' || (other.state === 'objected' && other.wasConfirmed)) &&
          !chosen.includes(other),
      ),
    )
    const input = { violationIds: chosen.map(({ id }) => id) }
    if (waits) {
      expect(store.refused('director', 'penalties.approve', input).reasons?.[0]?.code).toBe(
        'penalty_earlier_date_waits',
      )
      refused += 1
      return
    }
    const preview = store.ok('director', 'penalties.preview', input).entries
    const expected = book.inOrder(chosen).map((group) => book.charge(group))
    expect(
      preview.map(({ staffId, on, occasion, amount, managerShare }) => [
        staffId,
        on,
        occasion,
        amount,
        managerShare,
      ]),
    ).toEqual(
      expected.map(([own, share]) => [
        store.ids[own?.of ?? 'admin'],
        own?.on,
        own?.nth,
        own?.paid,
        share?.paid ?? 0,
      ]),
    )
    entryIds.push(...store.ok('director', 'penalties.approve', input).entryIds)
    for (const fault of chosen) fault.state = 'approved'
  }
  /** What was entered in which order, reversals among it. */
  const written: (Charge | { readonly back: Charge })[] = []
  function reverseOne(): void {
    const standing = book.charges.filter(({ takenBack }) => !takenBack)
    const named = chance.pick(standing)
    if (!named) return
    acts += 1
    reversed += 1
    const own = named.share ? book.charges[named.no - 2] : named
    const next = book.charges[own?.no ?? 0]
    const share = next?.share ? next : undefined
    if (!own) throw new Error('a share without its entry')
    const keep = chance.some(own.ids, 0.5)
    const entry = ledgerOf(store)[written.indexOf(named)]
    store.ok('director', 'penalties.reverse', {
      ids: [entry?.entryId ?? ''],
      reason: '误记',
      keepViolationIds: keep,
    })
    for (const each of share ? [own, share] : [own]) {
      each.takenBack = true
      written.push({ back: each })
    }
    for (const fault of faults)
      if (own.ids.includes(fault.id)) fault.state = keep.includes(fault.id) ? 'confirmed' : 'reversed'
  }
  const compare = () => {
    const names = new Map(Object.entries(store.ids).map(([name, id]) => [id, name]))
    expect(
      ledgerOf(store).map((row) => [
        row.sequence,
        row.part,
        names.get(row.staffId),
        names.get(row.ofStaffId),
        row.ladder,
        row.on,
        row.occasion,
        row.items,
        row.unit,
        row.perItem,
        row.gross,
        row.amount,
        row.consequences.join(),
      ]),
    ).toEqual(
      written.map((line, index) => {
        const charge = 'back' in line ? line.back : line
        const sign = 'back' in line ? -1 : 1
        return [
          index + 1,
          'back' in line ? 'reversal' : charge.share ? 'manager_share' : 'own',
          charge.bearer,
          charge.of,
          charge.ladder,
          charge.on,
          charge.nth,
          charge.count,
          charge.unit,
          charge.each,
          sign * charge.full + 0,
          sign * charge.paid + 0,
          'back' in line ? '' : charge.follows.join(),
        ]
      }),
    )
  }

  for (let today = start; today < '2026-12-28'; today = addDays(today, 1 + chance.below(3))) {
    store.setNow(`${today} 18:00`)
    raiseSome(today)
    decideSome()
    const before = book.charges.length
    if (chance.yes(0.5)) approveSome()
    written.push(...book.charges.slice(before))
    if (chance.yes(0.1)) reverseOne()
    if (daysBetween(start, today) % 10 === 0) compare()
  }
  compare()
  expect(store.ok('director', 'penalties.recompute').wrong).toEqual([])
  expect(
    verifyStore(store.application.store, 'en').problems.filter(({ table }) =>
      ['violations', 'penalty_entries'].includes(table),
    ),
  ).toEqual([])
  const nights = readRows<{ wrong: string }>(store, 'select wrong from penalty_checks')
  expect(nights.length).toBeGreaterThan(50)
  expect(new Set(nights.map(({ wrong }) => wrong))).toEqual(new Set(['[]']))
  for (const fault of faults) {
    const found = readRows<{ status: string }>(
      store,
      `select status from violations where violation_id = '${fault.id}'`,
    )
    if (found[0]?.status !== fault.state)
      expect([fault.id, found[0]?.status]).toEqual([fault.id, fault.state])
  }
  const capped = book.charges.filter(({ full, paid }) => paid < full).length
  return { acts, refused, reversed, capped }
}

describe('a year of penalties is what a second hand reckons, entry by entry', () => {
  it.each([
    [1, { reset: 'month', cap: 30_000, capFromJuly: 20_001 }],
    [2, { reset: 'quarter', cap: null, capFromJuly: 60_001 }],
    [3, { reset: 'month', cap: 25_333, capFromJuly: null }],
  ] as const)('with chance %i under %j', { timeout: 120_000 }, (seed, scheme) => {
    const { acts, refused, reversed, capped } = playYear(seed, scheme)
    expect(acts).toBeGreaterThan(200)
    for (const count of [refused, reversed, capped]) expect(count).toBeGreaterThan(5)
  })
})
