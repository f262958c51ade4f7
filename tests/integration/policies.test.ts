import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { seedPassword } from '#main/application/seed/people.ts'
import { seedStore } from '#main/application/seed/index.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { PolicyPreview } from '#shared/contract/policies.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { planOn, raised, reach, readRows, register } from '#tests/support/book.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'
import { intervals } from '#tests/support/policies.ts'
import { migrationsFolder, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const { benyue } = presets
const publish = (store: TrainingStore, policy: Policy, effectiveFrom: string, note?: string) =>
  store.ok('director', 'policies.publish', { policy, effectiveFrom, note: note ?? null })
const bookOf = (store: TrainingStore) =>
  readRows<{ grade: string; limit: string; plan: string }>(
    store,
    `select o.grade, o.limit_on as "limit", p.due_on as plan from opportunities o
     join plans p on p.opportunity_id = o.opportunity_id and p.status = 'open' order by o.opportunity_id`,
  ).map(({ grade, limit, plan }) => `${grade} ${limit} ${plan}`)
const problemsOf = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems

describe('publishing a policy (R-2.1)', () => {
  it('of today keeps the limits and plans of the open book by it at once', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-09' })
    register(store, 'li', { grade: 'C', expected: '2026-05-01', plan: '2026-03-20' })
    const { today } = store.ok('director', 'store.status')
    expect(publish(store, intervals({ A: 5 }), today, '试行')).toEqual({ version: 2, movedPlans: 1 })
    expect(bookOf(store)).toEqual(['A 2026-03-07 2026-03-07', 'C 2026-04-01 2026-03-20'])
    expect(store.ok('director', 'policies.current')).toMatchObject({
      version: 2,
      effectiveFrom: '2026-03-02',
    })
    expect(problemsOf(store)).toEqual([])
  })

  it('of a later date changes nothing until the first moment of that date', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-09' })
    expect(publish(store, intervals({ A: 3 }), '2026-03-05')).toEqual({ version: 2, movedPlans: 0 })
    store.setNow('2026-03-04 20:00')
    store.ok('chen', 'toDo.list')
    expect(bookOf(store)).toEqual(['A 2026-03-09 2026-03-09'])
    store.setNow('2026-03-05 08:00')
    store.ok('chen', 'toDo.list')
    expect(bookOf(store)).toEqual(['A 2026-03-05 2026-03-05'])
    expect(problemsOf(store)).toEqual([])
  })

  it('is applied on a closed date as on any other', () => {
    const store = openTrainingStore()
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-04', '2026-03-05'] })
    register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-09' })
    publish(store, intervals({ A: 3 }), '2026-03-04')
    store.setNow('2026-03-04')
    store.ok('chen', 'toDo.list')
    // From 03-02 the limit is 03-05, closed with the day before it: the plan may have the next open date.
    expect(bookOf(store)).toEqual(['A 2026-03-05 2026-03-06'])
    expect(problemsOf(store)).toEqual([])
  })

  it('leaves alone what a manager allowed beyond the limit', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'A',
      expected: '2026-03-16',
      plan: '2026-03-09',
    })
    store.ok('manager', 'followUps.allowBeyondLimit', { opportunityId, on: '2026-03-14', reason: '客户出差' })
    store.setNow('2026-03-03')
    publish(store, intervals({ A: 3 }), '2026-03-03')
    expect(bookOf(store)[0]).toBe('A 2026-03-05 2026-03-14')
    store.setNow('2026-03-13')
    // The permission itself is looked at by a person; no breach stands until its date.
    expect(raised(store)).toEqual(['2026-03-02 unrealistic_postponement 王伟'])
  })

  it('keeps the later limit that a refused loss had set (R-4.11)', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-09',
      plan: '2026-03-03',
    })
    reach(store, 'chen', opportunityId, { kind: 'lost', reason: 'price' })
    store.setNow('2026-03-06')
    store.ok('manager', 'losses.refuse', { opportunityId })
    publish(store, intervals({ H: 1 }), '2026-03-06')
    expect(bookOf(store)).toEqual(['H 2026-03-07 2026-03-07'])
    expect(problemsOf(store)).toEqual([])
  })

  it('makes nobody late: a limit that would have passed is the first date itself, and falls due on it', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-09' })
    store.setNow('2026-03-08')
    publish(store, intervals({ A: 3 }), '2026-03-08')
    expect(bookOf(store)).toEqual(['A 2026-03-08 2026-03-08'])
    expect(store.ok('director', 'violations.list').rows).toEqual([])
    store.setNow('2026-03-09')
    expect(store.ok('director', 'violations.list').rows).toMatchObject([
      { kind: 'overdue_follow_up', on: '2026-03-09', policyVersion: 2 },
    ])
    expect(problemsOf(store)).toEqual([])
  })

  it('forgives nobody: a limit that had passed stays, and what was judged under the old version does', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-09',
      plan: '2026-03-05',
    })
    store.setNow('2026-03-06')
    publish(store, intervals({ H: 6 }), '2026-03-06')
    const [overdue] = store.ok('director', 'violations.list').rows
    expect(overdue).toMatchObject({ kind: 'overdue_follow_up', on: '2026-03-06', policyVersion: 1 })
    expect(bookOf(store)).toEqual(['H 2026-03-05 2026-03-05'])
    expect(problemsOf(store)).toEqual([])
    reach(store, 'chen', opportunityId, planOn('2026-03-12'))
    expect(bookOf(store)).toEqual(['H 2026-03-12 2026-03-12'])
    expect(store.ok('director', 'violations.list').rows).toHaveLength(1)
  })

  it('refuses one that cannot work with every problem and its field, and a date before today', () => {
    const store = openTrainingStore()
    const broken = { ...intervals({ H: 8, A: 0 }), thresholds: { ...benyue.thresholds, thinIceDays: 31 } }
    const failure = store.refused('director', 'policies.publish', {
      policy: broken,
      effectiveFrom: '2026-03-02',
    })
    expect(failure.code).toBe('VALIDATION_FAILED')
    expect(failure.issues?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'grades.0.revisitEveryDays revisit_beyond_close_window',
      'grades.1.revisitEveryDays revisit_below_one',
      'thresholds.thinIceDays thin_ice_beyond_protection',
    ])
    expect(failure.message).toContain('等级“H”的回访间隔 8 天长于成交天数 7 天')
    expect(
      store.refused('director', 'policies.publish', { policy: benyue, effectiveFrom: '2026-03-01' }).issues,
    ).toMatchObject([{ field: 'effectiveFrom', code: 'in_past' }])
    expect(store.ok('director', 'policies.list').rows).toHaveLength(1)
  })

  test.each(['manager', 'chen', 'desk', 'admin'] as const)(
    'is not for %s, and neither is the preview',
    (who) => {
      const store = openTrainingStore()
      const input = { policy: benyue, effectiveFrom: '2026-03-02' }
      expect(store.refused(who, 'policies.publish', input).code).toBe('PERMISSION_DENIED')
      expect(store.refused(who, 'policies.preview', input).code).toBe('PERMISSION_DENIED')
      expect(store.ok('director', 'policies.list').rows).toHaveLength(1)
    },
  )
})

describe('the versions', () => {
  it('tells which was, which is, which comes, and which a later one overtook', () => {
    const store = openTrainingStore()
    const states = () =>
      store.ok('director', 'policies.list').rows.map(({ version, state }) => `${version} ${state}`)
    publish(store, intervals({ A: 6 }), '2026-03-10', '第一次修改')
    expect(states()).toEqual(['2 coming', '1 inForce'])
    publish(store, intervals({ A: 5 }), '2026-03-04')
    expect(states()).toEqual(['3 coming', '2 replaced', '1 inForce'])
    store.setNow('2026-03-12')
    expect(states()).toEqual(['3 inForce', '2 replaced', '1 past'])
    expect(store.ok('chen', 'policies.get', { version: 2 })).toMatchObject({
      note: '第一次修改',
      publishedBy: '高总监',
      effectiveFrom: '2026-03-10',
      policy: intervals({ A: 6 }),
    })
    expect(store.refused('director', 'policies.get', { version: 9 }).code).toBe('NOT_FOUND')
  })

  it('judges each date by the version in force on it, the same whether the application ran or was off', () => {
    const drive = (store: TrainingStore, dates: readonly string[]) => {
      store.setNow('2026-03-02')
      register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-05', name: '甲' })
      register(store, 'li', { grade: 'A', expected: '2026-03-17', plan: '2026-03-09', name: '乙' })
      register(store, 'zhou', { grade: 'B', expected: '2026-03-25', plan: '2026-03-16', name: '丙' })
      publish(store, intervals({ A: 5, B: 9 }), '2026-03-06')
      publish(store, intervals({ A: 4, B: 12 }), '2026-03-09')
      for (const date of dates) {
        store.setNow(date)
        store.ok('director', 'dayRoll.run')
      }
      return {
        book: bookOf(store).sort(),
        applied: readRows(store, 'select applied_policy_version as version from store'),
        violations: store
          .ok('director', 'violations.list')
          .rows.map(
            ({ on, kind, customerName, policyVersion }) => `${on} ${kind} ${customerName} ${policyVersion}`,
          )
          .sort(),
      }
    }
    const daily = drive(
      openTrainingStore(),
      Array.from({ length: 14 }, (_, i) => `2026-03-${String(i + 3).padStart(2, '0')}`),
    )
    expect(drive(openTrainingStore(), ['2026-03-16'])).toEqual(daily)
    expect(daily).toEqual({
      book: ['A 2026-03-07 2026-03-05', 'A 2026-03-07 2026-03-07', 'B 2026-03-14 2026-03-11'],
      applied: [{ version: 3 }],
      violations: [
        '2026-03-06 overdue_follow_up 甲 2',
        '2026-03-08 overdue_follow_up 乙 2',
        '2026-03-12 overdue_follow_up 丙 3',
      ],
    })
  })
})

describe('the preview (R-2.5)', () => {
  const seeded = () => {
    const file = path.join(temporaryFolder(), 'store.db')
    const made = seedStore({
      file,
      migrationsFolder,
      locale: 'zh-CN',
      customers: 240,
      days: 70,
      until: asBusinessDate('2026-03-01'),
      seed: 'policies',
    })
    const application = openApplication({ file, migrationsFolder })
    const ok = <T>(call: string, input: unknown, token?: string): T => {
      const answer = application.answer(call, input, { token })
      if (!answer.ok) throw new Error(`${call}: ${answer.error.message}`)
      return answer.value as T
    }
    const director = made.logins.find(({ role }) => role === 'director')?.login
    const { token } = ok<{ token: string }>('session.signIn', { login: director, password: seedPassword })
    return {
      application,
      today: made.today,
      ok: <T>(call: string, input?: unknown) => ok<T>(call, input, token),
      token,
    }
  }

  test.each([
    ['shorter intervals', intervals({ H: 1, A: 3, B: 5, C: 10 })],
    ['longer intervals', intervals({ H: 5, A: 9, B: 20, C: 60 })],
    ['other grades', presets.oabcd],
    ['wider windows', presets['three-forms']],
  ])('of %s tells what publishing it then does', async (_, policy) => {
    const { application, today, ok, token } = seeded()
    const before = ok<PolicyPreview>('policies.preview', { policy, limit: 500 })
    expect(before.problems).toEqual([])
    // The thread of its own finds the same.
    const beside = await application.answerAsync('policies.preview', { policy, limit: 500 }, { token })
    expect(beside).toEqual({ ok: true, value: before })
    const { movedPlans } = ok<{ movedPlans: number }>('policies.publish', { policy, effectiveFrom: today })
    expect(movedPlans).toBe(before.beyondLimit.total)
    const plans = new Map(
      readRows<{ planId: string; on: string }>(
        application as never,
        'select plan_id as planId, due_on as "on" from plans',
      ).map(({ planId, on }) => [planId, on]),
    )
    for (const { planId, movedTo } of before.beyondLimit.rows) expect(plans.get(planId)).toBe(movedTo)
    const after = ok<PolicyPreview>('policies.preview', { policy })
    expect(after.beyondLimit.total).toBe(0)
    expect(
      after.gradeChanges.filter(
        ({ from, to }) => from !== to && policy.grades.some(({ code }) => code === from),
      ),
    ).toEqual([])
    expect(after.load.map(({ staffId, days }) => [staffId, days.map((day) => day.old)])).toEqual(
      before.load.map(({ staffId, days }) => [staffId, days.map((day) => day.new)]),
    )
    expect(verifyStore(application.store, 'en').problems).toEqual([])
    application.close()
  })

  it('of a policy that cannot work tells why, and nothing else', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    const preview = store.ok('director', 'policies.preview', { policy: intervals({ H: 8 }) })
    expect(preview).toMatchObject({
      openOpportunities: 1,
      problems: [{ field: 'grades.0.revisitEveryDays', code: 'revisit_beyond_close_window' }],
      beyondLimit: { total: 0, rows: [] },
      load: [],
    })
  })

  it('names whose plan moves, from when to when', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-09', name: '赵刚' })
    const policy = intervals({ A: 5 })
    const { beyondLimit } = store.ok('director', 'policies.preview', {
      policy,
      effectiveFrom: '2026-03-04',
    })
    expect(beyondLimit).toMatchObject({
      total: 1,
      rows: [
        {
          customerName: '赵刚',
          ownerName: '陈晓东',
          grade: 'A',
          planOn: '2026-03-09',
          limit: '2026-03-09',
          newLimit: '2026-03-07',
          movedTo: '2026-03-07',
        },
      ],
    })
    expect(bookOf(store)).toEqual(['A 2026-03-09 2026-03-09'])
  })
})

describe('holidays (R-1.4)', () => {
  it('proposes the public holidays of a year that has data, in the language of the asker', () => {
    const store = openTrainingStore()
    const { known, holidays } = store.ok('director', 'store.proposeHolidays', { year: 2026 })
    expect(known).toBe(true)
    expect(holidays.map(({ name, dates }) => `${name} ${dates[0]} ${dates.length}`)).toEqual([
      '元旦 2026-01-01 3',
      '春节 2026-02-15 9',
      '清明 2026-04-04 3',
      '劳动节 2026-05-01 5',
      '端午 2026-06-19 3',
      '中秋 2026-09-25 3',
      '国庆节 2026-10-01 7',
    ])
    const english = store.application.answer(
      'store.proposeHolidays',
      { year: 2026 },
      { token: store.tokens.director, locale: 'en' },
    )
    const names = english.ok
      ? (english.value as { holidays: { name: string }[] }).holidays.map(({ name }) => name)
      : []
    expect(names.slice(0, 2)).toEqual(["New Year's Day", 'Spring Festival'])
  })

  it('knows nothing of a year that is not announced, and does not guess', () => {
    const store = openTrainingStore()
    expect(store.ok('director', 'store.proposeHolidays', { year: 2099 })).toEqual({
      known: false,
      holidays: [],
    })
    expect(store.refused('chen', 'store.proposeHolidays', { year: 2026 }).code).toBe('PERMISSION_DENIED')
  })
})
