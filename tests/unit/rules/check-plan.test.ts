import { describe, expect, it, test } from 'vitest'
import { checkAllowBeyondLimit, checkPlan, checkPlanMove } from '#main/rules/check-plan.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const open = makeStoreCalendar([])
const [from, limit] = [d('2026-03-02'), d('2026-03-05')]
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('a new plan (R-4.2, R-4.5)', () => {
  test.each([
    ['2026-03-01', ['plan_before_today']],
    ['2026-03-02', []],
    ['2026-03-04', []],
    ['2026-03-05', []],
    ['2026-03-06', ['plan_beyond_limit']],
  ])('H opened 03-02, plan %s: %j', (on, expected) => {
    expect(codes(checkPlan({ on: d(on), from, limit }, open, from))).toEqual(expected)
  })

  it('is refused on a closed date and beyond the limit, also when the limit is closed', () => {
    const store = makeStoreCalendar([d('2026-03-05'), d('2026-03-06')])
    const check = (on: string) => codes(checkPlan({ on: d(on), from, limit }, store, from))
    expect(check('2026-03-04')).toEqual([])
    expect(check('2026-03-05')).toEqual(['plan_on_closed_date'])
    expect(check('2026-03-07')).toEqual(['plan_beyond_limit'])
  })

  it('may follow a closure that swallows the whole interval', () => {
    const store = makeStoreCalendar(['2026-03-03', '2026-03-04', '2026-03-05'].map(d))
    const check = (on: string) => codes(checkPlan({ on: d(on), from, limit }, store, from))
    expect(check('2026-03-06')).toEqual([])
    expect(check('2026-03-07')).toEqual(['plan_beyond_limit'])
  })

  it('may be today, and today only, when the limit has passed', () => {
    const check = (on: string) => codes(checkPlan({ on: d(on), from, limit }, open, d('2026-03-10')))
    expect(check('2026-03-10')).toEqual([])
    expect(check('2026-03-11')).toEqual(['plan_beyond_limit'])
  })

  it('names the field of the form it was asked for', () => {
    const refused = checkPlan({ on: d('2026-03-06'), from, limit, field: 'plan.on' }, open, from)
    expect(refused[0]?.data).toEqual({
      field: 'plan.on',
      on: '2026-03-06',
      limit: '2026-03-05',
      latest: '2026-03-05',
    })
  })
})

describe('moving a plan (R-4.6)', () => {
  const plan = { dueOn: d('2026-03-04'), status: 'open' } as const
  const move = (on: string, today: string, reason = '客户出差') =>
    codes(checkPlanMove(plan, { on: d(on), from, limit, reason }, open, d(today)))

  test.each([
    ['2026-03-03', '2026-03-02', []],
    ['2026-03-03', '2026-03-03', []],
    ['2026-03-05', '2026-03-03', []],
    ['2026-03-06', '2026-03-03', ['plan_beyond_limit']],
    ['2026-03-02', '2026-03-03', ['plan_before_today']],
    ['2026-03-04', '2026-03-03', ['plan_move_unchanged']],
    ['2026-03-05', '2026-03-04', ['plan_move_on_its_day']],
    ['2026-03-05', '2026-03-05', ['plan_move_on_its_day']],
  ])('plan 03-04 to %s on %s: %j', (on, today, expected) => {
    expect(move(on, today)).toEqual(expected)
  })

  it('needs a reason and an open plan', () => {
    expect(move('2026-03-05', '2026-03-02', ' ')).toEqual(['reason_required'])
    const to = { on: d('2026-03-05'), from, limit, reason: '出差' }
    expect(codes(checkPlanMove({ ...plan, status: 'executed' }, to, open, from))).toEqual(['plan_not_open'])
  })

  it('may bring a plan nearer that was allowed beyond its limit, but not further', () => {
    const allowed = { dueOn: d('2026-03-20'), status: 'open' } as const
    const to = (on: string) => ({ on: d(on), from, limit, reason: '客户改期' })
    expect(codes(checkPlanMove(allowed, to('2026-03-15'), open, from))).toEqual([])
    expect(codes(checkPlanMove(allowed, to('2026-03-21'), open, from))).toEqual(['plan_beyond_limit'])
  })
})

describe('a plan beyond its limit (R-4.5)', () => {
  const plan = { dueOn: d('2026-03-05'), status: 'open' } as const
  const allow = (on: string, reason = '客户出国', today = '2026-03-02') =>
    codes(checkAllowBeyondLimit(plan, { on: d(on), from, limit, reason }, open, d(today)))

  it('is allowed with a reason', () => {
    expect(allow('2026-03-20')).toEqual([])
    expect(allow('2026-03-20', '')).toEqual(['reason_required'])
  })

  it('is not asked for within the limit', () => {
    expect(allow('2026-03-05')).toEqual(['plan_within_limit'])
    expect(allow('2026-03-06')).toEqual([])
  })

  it("does not put off today's work", () => {
    expect(allow('2026-03-20', '客户出国', '2026-03-04')).toEqual([])
    expect(allow('2026-03-20', '客户出国', '2026-03-05')).toEqual(['plan_move_on_its_day'])
  })

  it('takes neither a past nor a closed date, and works without a plan', () => {
    expect(allow('2026-03-01')).toEqual(['plan_before_today'])
    const to = { on: d('2026-03-20'), from, limit, reason: '客户出国' }
    expect(codes(checkAllowBeyondLimit(plan, to, makeStoreCalendar([d('2026-03-20')]), from))).toEqual([
      'plan_on_closed_date',
    ])
    expect(checkAllowBeyondLimit(null, to, open, from)).toEqual([])
  })
})
