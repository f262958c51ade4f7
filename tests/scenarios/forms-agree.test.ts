import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { seedStore } from '#main/application/seed/index.ts'
import { openApplication } from '#main/application/open-application.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { addDays, asBusinessDate } from '#shared/time/business-date.ts'
import { seedPassword } from '#main/application/seed/people.ts'
import { propertyRuns } from '#tests/support/property-runs.ts'
import { anyHistory } from '#tests/properties/acts.ts'
import { openHistory } from '#tests/properties/history.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'
import { disagreements, formReader } from '#tests/support/days/forms-agree.ts'
import {
  at,
  intake,
  migrationsFolder,
  openTrainingStore,
  type TrainingStore,
} from '#tests/support/training-store.ts'

/** Everybody whose report there may be. */
const everybody = (store: TrainingStore['application']['store']) =>
  sqliteOf(store)
    .prepare<[], { id: string }>('select staff_id as id from staff')
    .all()
    .map(({ id }) => id)

function openSeeded(customers: number, days: number, until: string, seed: string) {
  const file = path.join(temporaryFolder(), 'store.db')
  const options = { file, migrationsFolder, locale: 'zh-CN', customers, days, seed } as const
  const { today, logins } = seedStore({ ...options, until: asBusinessDate(until) })
  const application = openApplication({ file, migrationsFolder })
  onTestFinished(() => application.close())
  const now = at(today)
  const login = logins.find(({ role }) => role === 'director')?.login
  const signedIn = application.answer('session.signIn', { login, password: seedPassword }, { now })
  if (!signedIn.ok) throw new Error(signedIn.error.message)
  const { token } = signedIn.value as { token: string }
  const ask = (call: string, input: unknown) => {
    const answer = application.answer(call, input, { token, now })
    if (!answer.ok) throw new Error(`${call} ${JSON.stringify(input)}: ${answer.error.message}`)
    return answer.value
  }
  return { application, today, forms: formReader(ask) }
}

describe('the three forms and the card agree with each other (三表一卡填写说明逻辑关系)', () => {
  it.each([
    [40, 25, '2026-03-01', 'small'],
    [120, 45, '2026-02-20', 'spring'],
    [260, 60, '2025-10-12', 'autumn'],
  ])(
    'in a seeded store of %i customers and %i days until %s',
    (customers, days, until, seed) => {
      const { application, today, forms } = openSeeded(customers, days, until, seed)
      const people = everybody(application.store)
      const span = { from: addDays(today, -Math.min(days, 40)), today, people }
      expect(disagreements(forms, application, span).slice(0, 10)).toEqual([])
      // What was compared is not nothing.
      const { totals, rows } = forms.progress(today.slice(0, 7))
      expect(rows.length).toBeGreaterThan(5)
      expect(totals.plans + totals.contacts).toBeGreaterThan(5)
    },
    60_000,
  )

  it('in whatever history people play', () => {
    fc.assert(
      fc.property(anyHistory, (acts) => {
        const history = openHistory()
        try {
          for (const act of acts) history.play(act)
          const { store } = history
          const today = history.today()
          store.setNow(`${today} 20:00`)
          const forms = formReader((call, input) =>
            store.ok('director', call as 'forms.card', input as never),
          )
          const from = asBusinessDate('2026-03-02')
          const span = { from, today, people: everybody(store.application.store) }
          expect(disagreements(forms, store.application, span).slice(0, 10)).toEqual([])
        } finally {
          history.close()
        }
      }),
      { numRuns: propertyRuns(12), endOnFailure: true },
    )
  }, 120_000)

  it('in a showroom whose visitors get cards, drive, are called, order and are lost', () => {
    const visitor = fc.record({
      who: fc.constantFrom('chen', 'li', 'zhou'),
      kind: fc.constantFrom('walk_in', 'call_in'),
      withIntent: fc.boolean(),
      carded: fc.boolean(),
      testDrive: fc.boolean(),
      after: fc.constantFrom('plan', 'ordered', 'lost', 'nobody'),
      wait: fc.integer({ min: 0, max: 2 }),
    })
    let seen = 0
    fc.assert(
      fc.property(fc.array(visitor, { minLength: 4, maxLength: 12 }), (visitors) => {
        const store = openTrainingStore({ now: '2026-03-02 17:00' })
        let today = asBusinessDate('2026-03-02')
        for (const [at, each] of visitors.entries()) {
          const phone = `1370000${String(1000 + at)}`
          const as = each.who
          const done = store.answer(as, 'visits.register', {
            kind: each.kind,
            partySize: 2,
            arrivedTime: '10:00',
            leftTime: '11:00',
            callerName: '王先生',
            phone,
            model: '途昂',
            grade: 'A',
            withIntent: each.withIntent,
            consultantId: store.ids[as],
            byHandReason: '自己接待',
          })
          const { visitId } = (done.ok ? done.value : {}) as { visitId?: string }
          if (visitId) seen += 1
          const expectedPurchaseDate = addDays(today, 12)
          const card =
            visitId && each.carded
              ? store.answer(as, 'visits.card', {
                  visitId,
                  customer: intake({ customer: { mobile: phone } }).customer,
                  opportunity: { model: '途昂', grade: 'A', expectedPurchaseDate, purchaseType: 'first' },
                  plan: { on: addDays(today, 2), channel: 'phone', purpose: '回访' },
                })
              : undefined
          const { opportunityId } = (card?.ok ? card.value : {}) as { opportunityId?: string }
          if (opportunityId && each.testDrive)
            store.answer(as, 'testDrives.record', { opportunityId, drivenOn: today, model: '途昂' })
          if (opportunityId && each.after !== 'nobody')
            store.answer(as, 'followUps.execute', {
              opportunityId,
              result: 'reached',
              channel: 'phone',
              content: '客户说周末来看车',
              next:
                each.after === 'plan'
                  ? { kind: 'plan', on: addDays(today, 3), channel: 'showroom_visit', purpose: '到店' }
                  : each.after === 'lost'
                    ? { kind: 'lost', reason: 'price' }
                    : { kind: 'ordered' },
            })
          today = addDays(today, each.wait)
          store.setNow(`${today} 17:00`)
        }
        const forms = formReader((call, input) => store.ok('director', call as 'forms.card', input as never))
        const from = asBusinessDate('2026-03-02')
        const span = { from, today, people: everybody(store.application.store) }
        expect(disagreements(forms, store.application, span).slice(0, 10)).toEqual([])
      }),
      { numRuns: propertyRuns(10) },
    )
    expect(seen).toBeGreaterThan(20)
  }, 120_000)
})
