import { expect, it } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import type { Card } from '../../../src/renderer/ui/customer/card.ts'
import { timeLineOf } from '../../../src/renderer/ui/customer/time-line.ts'
import { conflictFields } from '../../../src/renderer/ui/conflict/conflict-fields.ts'

const on = asBusinessDate
const plan = (planId: string, date: string, status: 'open' | 'executed') =>
  ({ planId, opportunityId: 'o', on: on(date), status }) as Card['plans'][number]
const followUp = (followUpId: string, date: string, recordedAt: number) =>
  ({ followUpId, opportunityId: 'o', contactedOn: on(date), recordedAt }) as Card['followUps'][number]

const card = {
  plans: [
    plan('done', '2026-03-01', 'executed'),
    plan('ahead', '2026-03-09', 'open'),
    plan('missed', '2026-03-02', 'open'),
  ],
  followUps: [
    followUp('early', '2026-03-04', 10),
    followUp('late', '2026-03-04', 20),
    followUp('first', '2026-03-01', 1),
  ],
  changes: [{ changeId: 'change', opportunityId: 'o', changedOn: on('2026-03-04'), changedAt: 21 }],
  instructions: [],
  owners: [{ ownerId: 'chen', fromOn: on('2026-02-27') }],
  opportunities: [
    { opportunityId: 'o', openedOn: on('2026-02-27'), orderedOn: null, deliveredOn: null, loss: null },
  ],
} as unknown as Card

it('the time line has what is ahead first, missed plans too, and then the newest first', () => {
  expect(timeLineOf(card).map(({ key }) => key)).toEqual([
    'ahead',
    'missed',
    'change',
    'late',
    'early',
    'first',
    'opened o',
    'owner chen 2026-02-27',
  ])
})

it('a conflict names what others changed, and not what came out the same', () => {
  const before = { area: '江阴', occupation: '医生', wechat: 'a', plate: '苏B1' }
  const yours = { occupation: '教师', wechat: 'b', plate: '苏B2' }
  const theirs = { area: '靖江', occupation: '护士', wechat: 'a', plate: '苏B2' }
  expect(conflictFields(before, yours, theirs, ['area', 'occupation', 'wechat', 'plate'])).toEqual([
    { field: 'area', before: '江阴', yours: '江阴', theirs: '靖江' },
    { field: 'occupation', before: '医生', yours: '教师', theirs: '护士' },
  ])
})
