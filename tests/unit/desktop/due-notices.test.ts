import { describe, expect, it } from 'vitest'
import { defaultChoices } from '#main/desktop/machine/choices.ts'
import { dueNotices } from '#main/desktop/notices/due-notices.ts'
import type { ReminderFacts } from '#shared/contract/desktop.ts'

const plan = (planId: string, time: string, minutesLeft: number) => ({
  planId,
  customerId: `c-${planId}`,
  customerName: '王先生',
  time,
  minutesLeft,
  channel: 'showroom_visit' as const,
})
const facts = (change: Partial<ReminderFacts> = {}): ReminderFacts => ({
  staffId: 'chen',
  on: '2026-03-04',
  time: '10:15',
  storeIsOpen: true,
  open: 3,
  timed: [plan('p1', '10:30', 15)],
  ...change,
})
const nobody = new Set<string>()
const due = (change?: Partial<ReminderFacts>, choices = {}, told = nobody) =>
  dueNotices(facts(change), { ...defaultChoices, ...choices }, told).map(({ kind, page }) => [kind, page])

describe('a plan with a time', () => {
  it.each([
    [16, false],
    [15, true],
    [1, true],
    [0, true],
    [-1, false],
  ])('that is %i minutes away is told with 15 minutes chosen: %s', (minutesLeft, told) => {
    expect(due({ timed: [plan('p1', '10:30', minutesLeft)] })).toEqual(
      told ? [['timed', '/customers/c-p1']] : [],
    )
  })

  it('is told as early as was chosen, and not at all when that was chosen', () => {
    expect(due({ timed: [plan('p1', '10:30', 60)] }, { minutesBefore: 60 })).toHaveLength(1)
    expect(due({}, { remindTimed: false })).toEqual([])
  })

  it('is told once, and again when it was moved', () => {
    const told = new Set(dueNotices(facts(), defaultChoices, nobody).map(({ key }) => key))
    expect(due({}, {}, told)).toEqual([])
    expect(due({ timed: [plan('p1', '10:25', 10)] }, {}, told)).toHaveLength(1)
    expect(due({ staffId: 'li' }, {}, told)).toHaveLength(1)
  })
})

describe('what is not yet done today', () => {
  const late = { time: '17:30', timed: [] }
  it('is told from the hour that was chosen, once a day and person', () => {
    expect(due({ ...late, time: '17:29' })).toEqual([])
    expect(due(late)).toEqual([['open', '/to-do']])
    expect(due({ ...late, time: '09:00' }, { openAt: '09:00' })).toHaveLength(1)
    const told = new Set(dueNotices(facts(late), defaultChoices, nobody).map(({ key }) => key))
    expect(due({ ...late, time: '19:00', open: 1 }, {}, told)).toEqual([])
    expect(due({ ...late, on: '2026-03-05' }, {}, told)).toHaveLength(1)
  })

  it('is quiet when all is done, when the store is closed, and when that was chosen', () => {
    expect(due({ ...late, open: 0 })).toEqual([])
    expect(due({ ...late, storeIsOpen: false })).toEqual([])
    expect(due(late, { remindOpen: false })).toEqual([])
  })
})
