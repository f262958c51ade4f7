import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareToDo, planLineKind, type ToDoLine } from '#main/rules/to-do-order.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const today = d('2026-03-05')
const line = (id: string, kind: ToDoLine['kind'], rest: Partial<ToDoLine> = {}): ToDoLine => ({
  id,
  kind,
  on: today,
  ...rest,
})

/** In the order in which they belong. */
const ordered: readonly ToDoLine[] = [
  line('oldest', 'overdue_plan', { on: d('2026-03-01'), grade: 'C' }),
  line('older-h', 'overdue_plan', { on: d('2026-03-03'), grade: 'H' }),
  line('older-a', 'overdue_plan', { on: d('2026-03-03'), grade: 'A' }),
  line('lead-late', 'lead', { minutesLeft: -90, on: d('2026-03-04') }),
  line('lead-just-late', 'lead', { minutesLeft: -1, on: d('2026-03-04') }),
  line('at-nine', 'appointment', { at: '09:00', grade: 'C' }),
  line('at-two', 'appointment', { at: '14:30', grade: 'H' }),
  line('h-never', 'plan', { grade: 'H', lastContactOn: null }),
  line('h-long-ago', 'plan', { grade: 'H', lastContactOn: d('2026-02-20') }),
  line('h-lately', 'plan', { grade: 'H', lastContactOn: d('2026-03-02') }),
  line('a-1', 'plan', { grade: 'A', lastContactOn: d('2026-02-01') }),
  line('a-2', 'plan', { grade: 'A', lastContactOn: d('2026-02-01') }),
  line('c', 'plan', { grade: 'C', lastContactOn: d('2026-01-01') }),
  line('lead-pressing', 'lead', { minutesLeft: 20, on: d('2026-03-06') }),
  line('lead', 'lead', { minutesLeft: 2000 }),
  line('instruction', 'instruction'),
  line('expired', 'expired', { on: d('2026-03-02') }),
  line('expiring', 'expiring'),
  line('visit', 'uncarded_visit'),
  line('drift', 'out_of_step', { grade: 'B' }),
]
const ids = (lines: readonly ToDoLine[]) => lines.map(({ id }) => id)

describe('the order of the to-do list (R-4.9)', () => {
  it('is overdue, appointments, plans by grade and waiting, then the rest; whatever order it comes in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ordered], { minLength: ordered.length }), (shuffled) => {
        expect(ids(shuffled.sort(compareToDo(presets.benyue, today)))).toEqual(ids(ordered))
      }),
    )
  })

  it('follows the grades of the policy in force', () => {
    const [a, o] = [line('1', 'plan', { grade: 'A' }), line('2', 'plan', { grade: 'O' })]
    expect(ids([a, o].sort(compareToDo(presets.oabcd, today)))).toEqual(['2', '1'])
  })

  it('takes a plan with a time for an appointment, and a plan that has passed for overdue', () => {
    const open = makeStoreCalendar([])
    expect(planLineKind({ dueOn: today, at: '09:00' }, open, today)).toBe('appointment')
    expect(planLineKind({ dueOn: today, at: null }, open, today)).toBe('plan')
    expect(planLineKind({ dueOn: today, channel: 'phone' }, open, today)).toBe('plan')
    expect(planLineKind({ dueOn: today, channel: 'test_drive' }, open, today)).toBe('appointment')
    expect(planLineKind({ dueOn: d('2026-03-04'), at: '09:00' }, open, today)).toBe('overdue_plan')
    expect(planLineKind({ dueOn: d('2026-03-04') }, makeStoreCalendar([d('2026-03-04')]), today)).toBe('plan')
  })
})
