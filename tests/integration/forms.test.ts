import { describe, expect, it } from 'vitest'
import { sqliteOf } from '#main/store/handle.ts'
import { progressOfStaffSql } from '#main/store/read/forms-progress.ts'
import { contactsOfStaffSql } from '#main/store/read/forms-report.ts'
import { roles } from '#shared/domain/codes.ts'
import { planOn, reach, register } from '#tests/support/book.ts'
import { asked, codeOf, expectDoneByLaw, lawFor, matrixOf, owners } from '#tests/support/reach-matrix.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const march = '2026-03'
const today = '2026-03-02'
const glyphs = (store: TrainingStore, month = march) =>
  store
    .ok('chen', 'forms.progress', { month })
    .rows.flatMap(({ name, cells }) =>
      cells.flatMap(({ on, marks }) =>
        marks.map(({ kind, grade, full }) =>
          `${name} ${on.slice(5)} ${kind}${full ? '' : '!'} ${grade ?? ''}`.trim(),
        ),
      ),
    )

describe('the progress sheet (R-12.1)', () => {
  it('has a star for the first plan, the grade after the contact, and the next star', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'B',
      expected: '2026-03-25',
      plan: '2026-03-05',
    })
    expect(glyphs(store)).toEqual(['王伟 03-02 opened B', '王伟 03-05 plan'])
    store.setNow('2026-03-05')
    reach(store, 'chen', opportunityId, planOn('2026-03-09'), {
      opportunity: { grade: 'A', expectedPurchaseDate: '2026-03-15' },
    })
    expect(glyphs(store)).toEqual([
      '王伟 03-02 opened B',
      '王伟 03-05 plan',
      '王伟 03-05 contact A',
      '王伟 03-09 plan',
    ])
    store.setNow('2026-03-10')
    expect(glyphs(store)).toContain('王伟 03-09 plan!')
  })

  it('leaves the last grade to the card, and keeps the row of what fell to it within the month', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'C', expected: '2026-06-30', plan: '2026-03-05', name: '冷静' })
    const { opportunityId } = register(store, 'chen', {
      grade: 'B',
      expected: '2026-03-25',
      plan: '2026-03-05',
    })
    const names = (month: string) =>
      store.ok('chen', 'forms.progress', { month }).rows.map(({ name }) => name)
    expect(names(march)).toEqual(['王伟'])
    reach(store, 'chen', opportunityId, planOn('2026-03-20'), {
      opportunity: { grade: 'C', expectedPurchaseDate: '2026-07-30' },
    })
    expect(names(march)).toEqual(['王伟'])
    store.setNow('2026-04-01')
    expect(names('2026-04')).toEqual([])
    expect(store.ok('chen', 'forms.progress', { month: march }).leftOut).toBe('C')
  })

  it('ends with the order, and has no row in the months after it', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-06',
      plan: '2026-03-04',
    })
    store.setNow('2026-03-04')
    reach(store, 'chen', opportunityId, { kind: 'ordered' })
    expect(glyphs(store)).toContain('王伟 03-04 ordered')
    expect(glyphs(store, '2026-04')).toEqual([])
    expect(glyphs(store, '2026-02')).toEqual([])
  })

  it('shades the days on which nobody works, and answers page by page', () => {
    const store = openTrainingStore()
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-08'] })
    for (const name of ['甲', '乙', '丙'])
      register(store, 'chen', { grade: 'H', expected: '2026-03-06', plan: '2026-03-04', name })
    const first = store.ok('manager', 'forms.progress', { month: march, limit: 2 })
    expect([first.rows.length, first.total, first.nextCursor]).toEqual([2, 3, '2'])
    const second = store.ok('manager', 'forms.progress', { month: march, limit: 2, cursor: first.nextCursor })
    expect([second.rows.length, second.nextCursor]).toEqual([1, null])
    expect(first.days.find(({ on }) => on === '2026-03-08')?.kind).toBe('closed')
    expect(first.days.length).toBe(31)
    expect(first.totals).toMatchObject({ plans: 2, waiting: 2, kept: 0, missed: 0, opened: 2 })
  })
})

describe('the daily report (R-12.2)', () => {
  it('tells what was done on its date, and what is planned up to the next working day', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'B',
      expected: '2026-03-25',
      plan: '2026-03-04',
    })
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-05'] })
    store.setNow('2026-03-04')
    reach(store, 'chen', opportunityId, planOn('2026-03-06'), {
      opportunity: { grade: 'A', expectedPurchaseDate: '2026-03-15' },
    })
    const report = store.ok('chen', 'forms.dailyReport', { on: '2026-03-04' })
    expect(report).toMatchObject({ nextOn: '2026-03-06', staffName: '陈晓东' })
    expect(report.contacts).toMatchObject([{ gradeBefore: 'B', gradeAfter: 'A', nextOn: '2026-03-06' }])
    expect(report.planned).toMatchObject([{ on: '2026-03-04', status: 'executed', kept: true }])
    expect(report.plannedNext).toMatchObject([{ on: '2026-03-06', status: 'open' }])
    expect(report.totals).toMatchObject({
      planned: 1,
      kept: 1,
      contacts: 1,
      reached: 1,
      gradesUp: 1,
      plannedNext: 1,
    })
    expect(store.ok('chen', 'forms.dailyReport', { on: today }).events).toMatchObject([
      { kind: 'opened', gradeAfter: 'B' },
    ])
  })

  it('has a contact on the day it was made, though it was recorded later', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'B',
      expected: '2026-03-25',
      plan: '2026-03-04',
    })
    store.setNow('2026-03-06')
    reach(store, 'chen', opportunityId, planOn('2026-03-10'), { contactedOn: '2026-03-04' })
    const on = (date: string) => store.ok('chen', 'forms.dailyReport', { on: date })
    expect(on('2026-03-04').contacts).toMatchObject([{ lateRecorded: true }])
    expect(on('2026-03-06').contacts).toEqual([])
  })

  it('stays with who made a contact when the customer goes to somebody else, who is told by a mask', () => {
    const store = openTrainingStore()
    const made = register(store, 'chen', { grade: 'B', expected: '2026-03-25', plan: '2026-03-02' })
    reach(store, 'chen', made.opportunityId, planOn('2026-03-06'))
    store.ok('director', 'reassignments.apply', {
      from: store.ids.chen,
      customerIds: [made.customerId],
      to: [store.ids.zhou],
      spread: 'one',
      reason: '调整片区',
    })
    const [contact] = store.ok('chen', 'forms.dailyReport', { on: today }).contacts
    expect(contact).toMatchObject({ customerName: '王**', mayOpen: false })
    expect(contact?.phone).toMatch(/^138\*{4}/)
    expect(store.ok('zhou', 'forms.dailyReport', { on: today }).contacts).toEqual([])
    expect(store.ok('director', 'forms.dailyReport', { on: today }).contacts).toMatchObject([
      { mayOpen: true },
    ])
  })
})

describe('the card (R-12.1)', () => {
  it('is a prospect card until something is bought, with each plan beside its contact on the back', () => {
    const store = openTrainingStore()
    const { customerId, opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-06',
      plan: '2026-03-03',
    })
    const card = () => store.ok('chen', 'forms.card', { customerId })
    expect(card().bought).toBe(false)
    store.setNow('2026-03-03')
    reach(store, 'chen', opportunityId, { kind: 'ordered' })
    expect(card()).toMatchObject({
      bought: true,
      opportunities: [{ status: 'ordered', firstGrade: 'H', orderedOn: '2026-03-03' }],
      entries: [
        { on: '2026-03-03', plan: { on: '2026-03-03' }, contact: { result: 'reached' }, gradeAfter: 'H' },
      ],
    })
  })
})

describe('the register of a date (R-12.1)', () => {
  it('has the lines in the order of arrival with their totals, a consultant’s his own, and who signed', () => {
    const store = openTrainingStore({ now: `${today} 18:00` })
    const visit = (consultant: 'chen' | 'zhou', arrivedTime: string, more: object = {}) =>
      store.ok('director', 'visits.register', {
        kind: 'walk_in',
        partySize: 2,
        arrivedTime,
        leftTime: '17:00',
        callerName: '王先生',
        phoneMissing: 'declined',
        consultantId: store.ids[consultant],
        byHandReason: '熟人介绍',
        ...more,
      })
    visit('chen', '15:00')
    visit('zhou', '10:00', { kind: 'call_in' })
    const whole = store.ok('desk', 'forms.visitRegister', { on: today })
    expect(whole.lines.map(({ number, arrivedTime, staffName }) => [number, arrivedTime, staffName])).toEqual(
      [
        [1, '10:00', '周婷'],
        [2, '15:00', '陈晓东'],
      ],
    )
    expect(whole).toMatchObject({ whole: true, closed: null, foot: { visits: 2, people: 4, callIns: 1 } })
    expect(store.ok('chen', 'forms.visitRegister', { on: today })).toMatchObject({
      whole: false,
      lines: [{ staffName: '陈晓东' }],
      foot: { visits: 1 },
    })
    expect(store.ok('zhou', 'forms.dailyReport', { on: today }).visits).toMatchObject([{ kind: 'call_in' }])
    store.ok('desk', 'visits.close', { on: today, note: '下雨' })
    expect(store.ok('manager', 'forms.visitRegister', { on: today })).toMatchObject({
      closed: { name: '前台小吴' },
      note: '下雨',
      countersigned: null,
    })
  })
})

describe('rights of the forms (R-13.1)', () => {
  it.each(matrixOf(['forms.card']))(
    '%s reads by %s the card of %s only where the table says so',
    (...probe) => {
      const [role, path, whose] = probe
      const store = openTrainingStore()
      const { customerId } = register(store, owners[whose], {
        grade: 'H',
        expected: '2026-03-06',
        plan: '2026-03-04',
      })
      expectDoneByLaw(store.answer(asked[role], path, { customerId }), probe)
    },
  )

  it.each(matrixOf(['forms.progress', 'forms.dailyReport']))(
    '%s reads by %s the sheet of %s only where the table says so',
    (...probe) => {
      const [role, path, whose] = probe
      const store = openTrainingStore()
      const which = path === 'forms.progress' ? { month: march } : { on: today }
      const answer = store.answer(asked[role], path, { ...which, staffId: store.ids[owners[whose]] })
      expectDoneByLaw(answer, probe)
    },
  )

  it.each(roles)('without naming anybody %s sees the rows of his reach alone', (role) => {
    const store = openTrainingStore()
    for (const owner of Object.values(owners))
      register(store, owner, { grade: 'H', expected: '2026-03-06', plan: '2026-03-02', name: owner })
    const seen = (whose: keyof typeof owners) => lawFor(role, 'forms.progress', whose) === 'reached'
    const expected = (Object.keys(owners) as (keyof typeof owners)[])
      .filter(seen)
      .map((whose) => owners[whose])
    const sheet = store.answer(asked[role], 'forms.progress', { month: march })
    const report = store.answer(asked[role], 'forms.dailyReport', { on: today })
    if (expected.length === 0) {
      expect([codeOf(sheet), codeOf(report)]).toEqual(['PERMISSION_DENIED', 'PERMISSION_DENIED'])
      return
    }
    const rows = store.ok(asked[role], 'forms.progress', { month: march }).rows
    expect(rows.map(({ name }) => name).sort()).toEqual([...expected].sort())
    const { planned } = store.ok(asked[role], 'forms.dailyReport', { on: today })
    expect(planned.map(({ customerName }) => customerName).sort()).toEqual([...expected].sort())
  })

  it('refuses a month that is none', () => {
    const store = openTrainingStore()
    expect(store.refused('chen', 'forms.progress', { month: '2026-13' }).code).toBe('VALIDATION_FAILED')
  })
})

describe('the forms stay quick in a large store', () => {
  const planOf = (store: TrainingStore, sql: string, parameters: Record<string, string | number>) =>
    sqliteOf(store.application.store)
      .prepare<[typeof parameters], { detail: string }>(`explain query plan ${sql}`)
      .all(parameters)
      .map(({ detail }) => detail)
      .join('\n')

  it('finds the book of somebody and his contacts of a date by index, never by walking through the store', () => {
    const store = openTrainingStore()
    const staffIds = JSON.stringify([store.ids.chen])
    const month = { first: '2026-03-01', last: '2026-03-31', leftOut: 'C', gradeOrder: '|H|A|B|C|' }
    const sheet = planOf(store, progressOfStaffSql, { ...month, staffIds, limit: 100, offset: 0 })
    expect(sheet).toMatch(/SEARCH o USING INDEX opportunities_owner/)
    expect(sheet).not.toMatch(/SCAN (o|h|p|c)\b/)
    const contacts = planOf(store, contactsOfStaffSql, { staffIds, on: today })
    expect(contacts).toMatch(/SEARCH f USING INDEX follow_ups_contacted/)
    expect(contacts).not.toMatch(/SCAN (f|o|p|c)\b/)
  })
})
