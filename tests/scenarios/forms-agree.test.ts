import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { seedStore } from '#main/application/seed/index.ts'
import { openApplication } from '#main/application/open-application.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { addDays, asBusinessDate } from '#shared/time/business-date.ts'
import { seedPassword } from '#main/application/seed/people.ts'
import { anyHistory } from '#tests/properties/acts.ts'
import { openHistory } from '#tests/properties/history.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'
import { disagreements, formReader } from '#tests/support/forms-agree.ts'
import { at, migrationsFolder, type TrainingStore } from '#tests/support/training-store.ts'

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
      { numRuns: Number(process.env['FORM_RUNS'] ?? 12), endOnFailure: true },
    )
  }, 120_000)
})
