import { expect, test } from 'vitest'
import { judgeUncardedVisit } from '#main/rules/judge/uncarded-visit.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const visit = { visitId: 'v1', visitedOn: d('2026-03-05'), consultantId: 's1' }

test.each([
  ['2026-03-05', [], undefined],
  ['2026-03-06', [], '2026-03-06'],
  ['2026-03-06', ['2026-03-05'], undefined],
  ['2026-03-07', ['2026-03-05'], '2026-03-07'],
])(
  'a visit of 03-05 without a card, rolled on %s with %j closed, is raised on %s',
  (on, closed, raisedOn) => {
    const raised = judgeUncardedVisit(visit, makeStoreCalendar(closed.map(d)), d(on))
    expect(raised?.on).toBe(raisedOn)
  },
)

test('a visit is raised under its own identity, against who received it', () => {
  expect(judgeUncardedVisit(visit, makeStoreCalendar([]), d('2026-03-06'))).toEqual({
    kind: 'uncarded_visit',
    identity: 'uncarded_visit:v1',
    on: '2026-03-06',
    staffId: 's1',
    reasons: [{ code: 'uncarded_visit', data: { visitedOn: '2026-03-05' } }],
  })
})
