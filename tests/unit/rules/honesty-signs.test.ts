import { describe, expect, it, test } from 'vitest'
import { findBursts } from '#main/rules/honesty/burst.ts'
import type { IdentityChange, RecordedContact } from '#main/rules/honesty/facts.ts'
import { findHonestySigns } from '#main/rules/honesty/honesty-signs.ts'
import { findIdentityChanges } from '#main/rules/honesty/identity-changed.ts'
import { findOutsideOpeningHours } from '#main/rules/honesty/outside-opening-hours.ts'
import { findSameTexts } from '#main/rules/honesty/same-text.ts'
import { findUnreachedBeforeLeave } from '#main/rules/honesty/unreached-before-leave.ts'
import type { Result } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const zone = 'Asia/Shanghai'
const policy = presets.benyue
const on = d('2026-03-10')
const at = (time: string, day = '2026-03-10') => instantAt(d(day), time, zone)

let customers = 0
const contact = (time: string, rest: Partial<RecordedContact> = {}): RecordedContact => {
  customers += 1
  return { customerId: `c${customers}`, recordedAt: at(time), result: 'reached', content: '', ...rest }
}

describe('集中补填: many follow-ups within minutes (R-9.6)', () => {
  test.each<[string, string[], string[]]>([
    ['four within ten minutes', ['18:00', '18:01', '18:02', '18:03'], []],
    ['five, the last at ten minutes', ['18:00', '18:01', '18:02', '18:03', '18:10'], ['18:00–18:10 5']],
    ['five, the last a minute too late', ['18:00', '18:01', '18:02', '18:03', '18:11'], []],
    ['five in one minute', ['18:00', '18:00', '18:00', '18:00', '18:00'], ['18:00–18:00 5']],
    ['five in any order', ['18:03', '18:00', '18:10', '18:02', '18:01'], ['18:00–18:10 5']],
    [
      'a window that does not begin with the first',
      ['09:00', '18:00', '18:01', '18:02', '18:03', '18:04'],
      ['18:00–18:04 5'],
    ],
    [
      'windows that run into each other, once',
      ['18:00', '18:03', '18:06', '18:08', '18:10', '18:13', '18:16', '18:18'],
      ['18:00–18:18 8'],
    ],
    [
      'two clusters apart',
      ['12:00', '12:01', '12:02', '12:03', '12:04', '18:00', '18:01', '18:02', '18:03', '18:04'],
      ['12:00–12:04 5', '18:00–18:04 5'],
    ],
    ['one every ten minutes', ['09:00', '09:10', '09:20', '09:30', '09:40', '09:50'], []],
    ['none', [], []],
  ])('%s', (_name, times, expected) => {
    const found = findBursts(
      times.map((time) => contact(time)),
      policy.thresholds,
      zone,
    )
    const told = found.map(({ reasons: [why] }) => {
      const { from, until, count } = why?.data ?? {}
      return `${String(from)}–${String(until)} ${String(count)}`
    })
    expect(told).toEqual(expected)
  })

  it('takes its numbers from the policy', () => {
    const three = ['18:00', '18:01', '18:02'].map((time) => contact(time))
    expect(findBursts(three, { burstFollowUps: 3, burstMinutes: 2 }, zone)).toHaveLength(1)
    expect(findBursts(three, { burstFollowUps: 3, burstMinutes: 1 }, zone)).toHaveLength(0)
  })
})

describe('内容雷同: the same text for several customers (R-9.6)', () => {
  const texts = (contents: readonly string[], rest: Partial<RecordedContact> = {}) =>
    findSameTexts(
      contents.map((content) => contact('10:00', { content, ...rest })),
      policy.thresholds,
    )

  test.each<[string, string[], number]>([
    ['two customers', ['客户再考虑一下', '客户再考虑一下'], 0],
    ['three customers', ['客户再考虑一下', '客户再考虑一下', '客户再考虑一下'], 1],
    ['three, but for points and spaces', ['客户再考虑一下。', '客户 再考虑一下', '客户，再考虑一下!!'], 1],
    ['three, but for width and case', ['看了ＳＵＶ', '看了SUV', '看了suv'], 1],
    ['three of which one says more', ['客户再考虑一下', '客户再考虑一下', '客户再考虑一下吧'], 0],
    ['three that say nothing but points', ['……', '——', '。。'], 0],
    [
      'two texts, each three times',
      ['甲甲甲甲甲', '乙乙乙乙乙', '甲甲甲甲甲', '乙乙乙乙乙', '甲甲甲甲甲', '乙乙乙乙乙'],
      2,
    ],
  ])('%s', (_name, contents, signs) => {
    expect(texts(contents)).toHaveLength(signs)
  })

  it('counts customers, not contacts', () => {
    const same = { customerId: 'one', content: '客户再考虑一下' }
    const three = [contact('10:00', same), contact('11:00', same), contact('12:00', same)]
    expect(findSameTexts(three, policy.thresholds)).toEqual([])
  })

  it('leaves out contacts that reached nobody, and names how many and what', () => {
    expect(texts(['没人接电话', '没人接电话', '没人接电话'], { result: 'no_answer' })).toEqual([])
    expect(texts(['客户再考虑一下', '客户再考虑一下', '客户再考虑一下'])[0]).toMatchObject({
      sign: 'same_text',
      reasons: [{ code: 'honesty_same_text', data: { count: 3, text: '客户再考虑一下' } }],
    })
  })
})

describe('休假前一天全部未接通 (R-9.6)', () => {
  // 2026-03-10 is a Tuesday.
  const signs = (
    results: readonly Result[],
    leavesFrom: readonly string[],
    { closed = [] as string[], rest = [] as number[] } = {},
  ) =>
    findUnreachedBeforeLeave(
      { on, contacts: results.map((result) => contact('10:00', { result })), leavesFrom: leavesFrom.map(d) },
      makeWorkCalendar(makeStoreCalendar(closed.map(d)), { restWeekdays: rest, leaves: [] }),
    ).length

  test.each<[string, Result[], string[], object, number]>([
    ['two no answers, leave tomorrow', ['no_answer', 'no_answer'], ['2026-03-11'], {}, 1],
    ['busy and powered off count alike', ['busy', 'powered_off', 'no_answer'], ['2026-03-11'], {}, 1],
    ['one alone', ['no_answer'], ['2026-03-11'], {}, 0],
    ['none', [], ['2026-03-11'], {}, 0],
    ['one was reached', ['no_answer', 'reached', 'no_answer'], ['2026-03-11'], {}, 0],
    ['one was not in person', ['no_answer', 'not_in_person'], ['2026-03-11'], {}, 0],
    ['no leave', ['no_answer', 'no_answer'], [], {}, 0],
    ['leave the day after tomorrow, who works tomorrow', ['no_answer', 'no_answer'], ['2026-03-12'], {}, 0],
    ['and rests tomorrow', ['no_answer', 'no_answer'], ['2026-03-12'], { rest: [3] }, 1],
    [
      'or the store is closed tomorrow',
      ['no_answer', 'no_answer'],
      ['2026-03-12'],
      { closed: ['2026-03-11'] },
      1,
    ],
    ['a leave that began today', ['no_answer', 'no_answer'], ['2026-03-10'], {}, 0],
    ['the second leave of two', ['no_answer', 'no_answer'], ['2026-03-10', '2026-03-11'], {}, 1],
    ['on his rest day', ['no_answer', 'no_answer'], ['2026-03-11'], { rest: [2] }, 0],
  ])('%s', (_name, results, leavesFrom, around, expected) => {
    expect(signs(results, leavesFrom, around)).toBe(expected)
  })
})

describe('订购前改了姓名或电话 (R-9.6)', () => {
  const change = (rest: Partial<IdentityChange> = {}): IdentityChange => ({
    customerId: 'c',
    field: 'name',
    before: '王伟',
    after: '李强',
    changedOn: on,
    changedAt: at('10:00'),
    changedBy: '陈晓东',
    orderedOn: on,
    orderedAt: at('16:00'),
    ...rest,
  })
  test.each<[string, Partial<IdentityChange>[], number]>([
    ['on the day of the order', [{}], 1],
    ['three days before', [{ changedOn: d('2026-03-07'), changedAt: at('10:00', '2026-03-07') }], 1],
    ['four days before', [{ changedOn: d('2026-03-06'), changedAt: at('10:00', '2026-03-06') }], 0],
    ['in the very act of the order', [{ changedAt: at('16:00') }], 1],
    ['after the order, that day', [{ changedAt: at('16:01') }], 0],
    ['after the order, later', [{ changedOn: d('2026-03-11'), changedAt: at('09:00', '2026-03-11') }], 0],
    ['on the day of an order nobody timed', [{ orderedAt: null, changedAt: at('23:00') }], 1],
    ['name and phone', [{}, { field: 'mobile', before: '138', after: '139' }], 2],
    ['two customers', [{}, { customerId: 'other' }], 2],
    ['changed and changed back', [{}, { before: '李强', after: '王伟', changedAt: at('11:00') }], 0],
  ])('%s', (_name, changes, expected) => {
    expect(findIdentityChanges(changes.map(change), policy.thresholds)).toHaveLength(expected)
  })

  it('tells several changes of one field as one, from the first to the last', () => {
    const twice = [change(), change({ before: '李强', after: '李小强', changedAt: at('12:00') })]
    expect(findIdentityChanges(twice, policy.thresholds)).toEqual([
      {
        sign: 'identity_changed_before_order',
        customerId: 'c',
        customerIds: ['c'],
        reasons: [
          {
            code: 'honesty_name_changed_before_order',
            data: { changedOn: on, by: '陈晓东', before: '王伟', after: '李小强', orderedOn: on },
          },
        ],
      },
    ])
  })
})

describe('营业时间外登记来店 (R-9.6)', () => {
  const found = (registeredAt: number | null, closed: readonly string[] = []) =>
    findOutsideOpeningHours(
      [{ visitId: 'v', visitor: '陆先生', registeredAt }],
      policy,
      makeStoreCalendar(closed.map(d)),
      zone,
    ).flatMap(({ reasons }) => reasons.map(({ code }) => code))

  test.each<[string, string[]]>([
    ['08:29', ['honesty_visit_outside_opening_hours']],
    ['08:30', []],
    ['12:00', []],
    ['18:00', []],
    ['18:01', ['honesty_visit_outside_opening_hours']],
    ['23:59', ['honesty_visit_outside_opening_hours']],
    ['00:00', ['honesty_visit_outside_opening_hours']],
  ])('the store opens 08:30–18:00: registered at %s', (time, expected) => {
    expect(found(at(time))).toEqual(expected)
  })

  it('a closed date is outside at any time, and what nobody knows says nothing', () => {
    expect(found(at('12:00'), ['2026-03-10'])).toEqual(['honesty_visit_on_closed_date'])
    expect(found(null, ['2026-03-10'])).toEqual([])
  })
})

it('a quiet day shows no sign, and a day may show several (R-9.6)', () => {
  const work = makeWorkCalendar(makeStoreCalendar([]), { restWeekdays: [], leaves: [] })
  const quiet = {
    on,
    contacts: [contact('10:00'), contact('14:00')],
    leavesFrom: [],
    changes: [],
    visits: [],
  }
  expect(findHonestySigns(quiet, policy, work, zone)).toEqual([])
  const busy = Array.from({ length: 5 }, () => contact('18:00', { content: '客户再考虑一下' }))
  expect(findHonestySigns({ ...quiet, contacts: busy }, policy, work, zone).map(({ sign }) => sign)).toEqual([
    'burst',
    'same_text',
  ])
})
