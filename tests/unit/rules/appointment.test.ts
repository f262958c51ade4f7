import { describe, expect, it, test } from 'vitest'
import {
  appointmentCalls,
  checkNoShow,
  isAppointment,
  isMissed,
  missedFrom,
  outcomeByContact,
} from '#main/rules/appointment.ts'
import { executeFollowUp, type FollowUpFacts } from '#main/rules/execute-follow-up.ts'
import type { AppointmentOutcome, Channel, Result } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const { benyue } = presets
const forAll = { ...benyue, switches: { ...benyue.switches, appointmentPlansForAll: true } }

describe('which plans are appointments (R-10.3)', () => {
  test.each<[Channel, boolean, boolean, boolean]>([
    ['showroom_visit', true, true, true],
    ['showroom_visit', false, false, true],
    ['phone', true, false, false],
    ['test_drive', true, false, false],
  ])('%s of a lead (%s): %s, where the policy wants them for all: %s', (channel, ofLead, yes, always) => {
    expect(isAppointment({ channel, ofLead }, benyue)).toBe(yes)
    expect(isAppointment({ channel, ofLead }, forAll)).toBe(always)
  })
})

describe('the calls that go with one (R-10.3), made on 03-02', () => {
  const store = makeStoreCalendar([d('2026-03-05'), d('2026-03-06')])
  const work = (restWeekdays: readonly number[] = []) =>
    makeWorkCalendar(store, {
      restWeekdays,
      leaves: [{ from: d('2026-03-12'), until: d('2026-03-14') }],
    })
  test.each([
    ['2026-03-02', null],
    ['2026-03-03', null],
    ['2026-03-04', '2026-03-03'],
    ['2026-03-07', '2026-03-04'],
    ['2026-03-08', '2026-03-07'],
    ['2026-03-15', '2026-03-11'],
  ])('for %s he is asked on %s, and called on the day', (on, confirmOn) => {
    expect(appointmentCalls(d(on), work(), d('2026-03-02'))).toEqual({ confirmOn, callOn: on })
  })
  it('are asked earlier where the consultant rests the day before', () => {
    expect(appointmentCalls(d('2026-03-09'), work([7]), d('2026-03-02')).confirmOn).toBe('2026-03-07')
  })
})

describe('who has not come (R-10.3 爽约)', () => {
  const expected = { on: d('2026-03-04'), time: '14:00', outcome: null }
  test.each([
    ['2026-03-03', '23:59', false],
    ['2026-03-04', '14:00', false],
    ['2026-03-04', '14:29', false],
    ['2026-03-04', '14:30', true],
    ['2026-03-05', '00:00', true],
  ])('at %s %s: %s', (today, time, yes) => {
    const now = { today: d(today), time }
    expect(isMissed(expected, now, benyue)).toBe(yes)
    expect(checkNoShow(expected, now, benyue).map(({ code }) => code)).toEqual(
      yes ? [] : ['appointment_to_come'],
    )
  })
  it('without a time, or so late that the minutes reach midnight, is known when the day is over', () => {
    expect(missedFrom({ time: null }, benyue)).toBeNull()
    expect(missedFrom({ time: '23:29' }, benyue)).toBe('23:59')
    expect(missedFrom({ time: '23:30' }, benyue)).toBeNull()
    const late = { ...expected, time: null }
    expect(isMissed(late, { today: d('2026-03-04'), time: '23:59' }, benyue)).toBe(false)
    expect(isMissed(late, { today: d('2026-03-05'), time: '00:00' }, benyue)).toBe(true)
  })
  it('is not said of an appointment that has an end', () => {
    const over = { ...expected, outcome: 'kept' as const }
    expect(checkNoShow(over, { today: d('2026-03-05'), time: '09:00' }, benyue)).toEqual([
      { code: 'appointment_over', data: { outcome: 'kept' } },
    ])
  })
})

describe('what became of one whose plan is executed (R-10.3)', () => {
  type Row = [string, AppointmentOutcome | null, Channel, Result, string, boolean, string, AppointmentOutcome]
  test.each<Row>([
    ['he came', null, 'showroom_visit', 'reached', '03-04', false, '03-04 14:10', 'kept'],
    ['he came the day before', null, 'showroom_visit', 'reached', '03-03', false, '03-03 10:00', 'kept'],
    ['he drove', null, 'test_drive', 'reached', '03-04', true, '03-04 15:00', 'kept'],
    ['he asked for another day', null, 'phone', 'reached', '03-03', true, '03-03 10:00', 'moved'],
    ['he asked in the morning', null, 'phone', 'reached', '03-04', true, '03-04 09:00', 'moved'],
    ['he will not come', null, 'phone', 'reached', '03-04', false, '03-04 09:00', 'cancelled'],
    ['he is asked why', null, 'phone', 'reached', '03-04', true, '03-04 14:30', 'no_show'],
    ['nobody answers', null, 'phone', 'no_answer', '03-04', false, '03-04 17:00', 'no_show'],
    ['noted, then called', 'no_show', 'phone', 'reached', '03-05', false, '03-05 09:00', 'no_show'],
    [
      'noted, but he was there',
      'no_show',
      'showroom_visit',
      'reached',
      '03-04',
      false,
      '03-05 09:00',
      'kept',
    ],
    [
      'noted, and he came later',
      'no_show',
      'showroom_visit',
      'reached',
      '03-06',
      false,
      '03-06 09:00',
      'no_show',
    ],
    ['kept already', 'kept', 'phone', 'reached', '03-04', true, '03-04 18:00', 'kept'],
  ])('%s', (_name, outcome, channel, result, contactedOn, another, now, expected) => {
    const [today = '', time = ''] = now.split(' ')
    expect(
      outcomeByContact(
        { on: d('2026-03-04'), time: '14:00', outcome },
        { channel, result, contactedOn: d(`2026-${contactedOn}`), another },
        { today: d(`2026-${today}`), time },
        benyue,
      ),
    ).toBe(expected)
  })
})

describe('keeping what is planned (R-10.3)', () => {
  const store = makeStoreCalendar([d('2026-03-08')])
  const today = d('2026-03-06')
  const facts: FollowUpFacts = {
    status: 'open',
    grade: 'H',
    expectedPurchaseDate: d('2026-03-09'),
    openedOn: d('2026-03-02'),
    anchorOn: d('2026-03-04'),
    attemptsSinceReached: 0,
    lastAttemptOn: null,
    dateMoves: [],
    effectiveToday: false,
    plan: { status: 'open', dueOn: today },
  }
  const keep = (others: readonly (readonly [string, boolean?])[], result: Result = 'reached') => {
    const otherPlans = others.map(([on, placed = false]) => ({ dueOn: d(on), placed }))
    const outcome = executeFollowUp(
      { ...facts, otherPlans },
      { result, content: '确认明天到店', contactedOn: today, hasRecording: false, next: { kind: 'keep' } },
      store,
      benyue,
      today,
    )
    return outcome.ok
      ? outcome.decisions.flatMap((each) => (each.kind === 'plan-kept' ? [each.on] : []))
      : outcome.refusals.map(({ code, data }) => `${String(data['field'])}: ${code}`)
  }

  test.each<[string, readonly (readonly [string, boolean?])[], Result, readonly string[]]>([
    ['nothing else is planned', [], 'reached', ['next: no_plan_to_keep']],
    ['only what is overdue itself', [['2026-03-05']], 'reached', ['next: no_plan_to_keep']],
    ['a call today', [['2026-03-06']], 'reached', ['2026-03-06']],
    ['the first of two', [['2026-03-07'], ['2026-03-06']], 'reached', ['2026-03-06']],
    ['on the last day of the limit', [['2026-03-09']], 'reached', ['2026-03-09']],
    ['beyond the limit', [['2026-03-10']], 'reached', ['next: plan_beyond_limit']],
    ['beyond it, placed by a manager or a leave', [['2026-03-20', true]], 'reached', ['2026-03-20']],
    ['beyond it, and he was not reached', [['2026-03-12']], 'no_answer', ['2026-03-12']],
  ])('%s', (_name, others, result, expected) => {
    expect(keep(others, result)).toEqual(expected)
  })
})
