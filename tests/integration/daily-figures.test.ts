import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Context } from '#main/calls/context.ts'
import { checkOf, readCheckDate } from '#main/daily/check-date.ts'
import { figuresOfOpportunity, figuresOfPlan } from '#main/rules/daily-figures.ts'
import { limitOf } from '#main/rules/follow-up-limit.ts'
import { countFigures } from '#main/store/read/daily-figures.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { getStore } from '#main/store/read/store.ts'
import { figures, type Figure } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const { benyue } = presets
const today = d('2026-03-10')
const calendar = makeStoreCalendar(['2026-03-01', '2026-03-08', '2026-03-09', '2026-02-07'].map(d))

const days = (min: number, max: number) => fc.integer({ min, max }).map((n) => addDays(today, n))
const line = fc.record({
  grade: fc.constantFrom('H', 'A', 'B', 'C', 'X'),
  expected: fc.option(days(-4, 40), { nil: null }),
  anchorOn: days(-40, 0),
  attempts: fc.integer({ min: 0, max: 4 }),
  lastAttemptOn: days(-4, 0),
  answerableFrom: days(-30, 0),
  plan: fc.option(fc.record({ dueOn: days(-6, 20), allowed: fc.boolean(), done: fc.boolean() }), {
    nil: null,
  }),
  lastEffectiveOn: fc.option(days(-34, -28), { nil: null }),
  ownerSinceOn: days(-34, -28),
})
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never

function write(store: TrainingStore, lines: readonly Line[]): void {
  const db = new Database(store.file)
  const run = (sql: string, ...parameters: unknown[]) => db.prepare(sql).run(...parameters)
  for (const table of ['plans', 'opportunities', 'customers']) run(`delete from ${table}`)
  for (const [i, each] of lines.entries()) {
    const { chen } = store.ids
    const { limit } = limitOf({ ...each, attemptsSinceReached: each.attempts }, benyue)
    run(
      `insert into customers (customer_id, name, pinyin, initials, mobile, owner_id, owner_since_on, last_effective_on,
         created_on, created_at, version) values (?, '', '', '', '', ?, ?, ?, '2026-01-01', 1, 1)`,
      `c${i}`,
      chen,
      each.ownerSinceOn,
      each.lastEffectiveOn,
    )
    run(
      `insert into opportunities (opportunity_id, customer_id, owner_id, status, grade, expected_purchase_date, remark,
         opened_on, anchor_on, attempts_since_reached, last_attempt_on, limit_on, answerable_from, plan_missing_since, version)
       values (?, ?, ?, 'open', ?, ?, '', '2026-01-01', ?, ?, ?, ?, ?, ?, 1)`,
      `o${i}`,
      `c${i}`,
      chen,
      each.grade,
      each.expected,
      each.anchorOn,
      each.attempts,
      each.lastAttemptOn,
      limit,
      each.answerableFrom,
      each.plan && !each.plan.done ? null : '2026-03-03',
    )
    if (!each.plan) continue
    const { dueOn, allowed, done } = each.plan
    run(
      `insert into plans (plan_id, opportunity_id, customer_id, assignee_id, due_on, channel, purpose, status, beyond_limit_reason,
         made_on, made_at, ended_on) values (?, ?, ?, ?, ?, 'phone', '', ?, ?, '2026-01-01', 1, ?)`,
      `p${i}`,
      `o${i}`,
      `c${i}`,
      chen,
      dueOn,
      done ? 'executed' : 'open',
      allowed ? 'x' : null,
      done ? today : null,
    )
  }
  db.close()
}

/** The rules asked one by one: what the store counts from its indexes must be the same. */
function countByRules(lines: readonly Line[]): Record<Figure, number> {
  const counted = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>
  for (const [i, each] of lines.entries()) {
    const { plan } = each
    const facts = {
      ...each,
      opportunityId: `o${i}`,
      customerId: `c${i}`,
      ownerId: 's',
      status: 'open' as const,
      attemptsSinceReached: each.attempts,
      expectedPurchaseDate: each.expected,
      plan:
        plan && !plan.done ? { planId: `p${i}`, dueOn: plan.dueOn, allowedBeyondLimit: plan.allowed } : null,
      planMissingSince: plan && !plan.done ? null : d('2026-03-03'),
      ownership: {
        lastEffectiveOn: each.lastEffectiveOn,
        ownerSince: each.ownerSinceOn,
        openedOn: d('2026-01-01'),
      },
    }
    const found = figuresOfOpportunity(facts, calendar, benyue, today)
    if (plan)
      found.push(
        ...figuresOfPlan({ dueOn: plan.dueOn, executedOn: plan.done ? today : null }, calendar, today),
      )
    for (const { figure } of found) counted[figure] += 1
  }
  return counted
}

it('the store counts what the rules say, of today as of a date worked out again', () => {
  const store = openTrainingStore()
  const readable = store.application.store
  const staff = findStaff(readable, store.ids.chen)
  if (!staff) throw new Error('nobody to count')
  const context = { today, calendar, store: getStore(readable) } as Context
  const check = checkOf(readable, context, readCheckDate(readable, context, today), staff)
  const seen = new Set<Figure>()
  fc.assert(
    fc.property(fc.array(line, { minLength: 5, maxLength: 25 }), (lines) => {
      write(store, lines)
      const expected = countByRules(lines)
      for (const figure of figures) if (expected[figure] > 0) seen.add(figure)
      expect(countFigures(readable, 'today', check).figures).toEqual(expected)
      expect(countFigures(readable, 'past', check).figures).toEqual(expected)
    }),
    { numRuns: 60 },
  )
  const ofOthers: readonly Figure[] = ['uncardedVisits', 'unanswered', 'lateRecorded']
  expect([...seen].sort()).toEqual(figures.filter((figure) => !ofOthers.includes(figure)).sort())
})
