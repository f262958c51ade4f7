import { addDays, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { Story } from './supervised.ts'
import { callers, models } from './words.ts'

/** How many of the last days the desk closed its register. */
const closedDays = 12

const openDatesUpTo = ({ calendar, lastOn }: Story, days: number): BusinessDate[] =>
  eachDate(addDays(lastOn, 1 - days), lastOn).filter(calendar.isOpen)

/** Each evening the desk totals and signs, and a manager countersigns; the last one still waits for him. */
export function closeRegisters(story: Story): void {
  const { does, at, people, lastOn } = story
  const desk = people.find(({ role }) => role === 'front_desk')
  const manager = people.find(({ role }) => role === 'manager')
  if (!desk || !manager) return
  for (const on of openDatesUpTo(story, closedDays)) {
    does(desk.staffId, at(on, '21:00'), 'visits.close', { on })
    if (on < lastOn) does(manager.staffId, at(on, '21:10'), 'visits.countersign', { on })
  }
}

interface Registered {
  readonly visitId: string
  readonly consultantId: string | null
}

interface Expected {
  readonly customerId: string
  readonly time: string | null
}

/** Who had an appointment this afternoon: the first of them comes, and another one does not. */
function receiveExpected({ does, at, lastOn }: Story, deskId: string): void {
  const list = does<{ rows: Expected[] }>(deskId, at(lastOn, '14:01'), 'appointments.list', { on: lastOn })
  const [expected] = list?.rows ?? []
  if (!expected) return
  const { customerId } = expected
  const visit = does<Registered>(deskId, at(lastOn, '14:01'), 'visits.register', {
    kind: 'walk_in',
    customerId,
  })
  if (visit) does(deskId, at(lastOn, '14:50'), 'visits.leave', { visitId: visit.visitId })
}

/** The afternoon of the last day as the desk typed it: in turn, by hand, somebody's customer, somebody who only rang. */
export function receiveLastAfternoon(story: Story): void {
  const { does, at, lastOn, people, random } = story
  const desk = people.find(({ role }) => role === 'front_desk')
  const managers = people.filter(({ role }) => role === 'manager')
  if (!desk) return
  const waiting = people.filter(({ role, takesVisits }) => role === 'consultant' && takesVisits)
  // Some who have something to clear are let through, so that somebody is there.
  waiting.slice(0, 5).forEach(({ staffId }, i) => {
    const by = managers[i % managers.length]
    if (by)
      does(by.staffId, at(lastOn, '14:00'), 'rotation.letThrough', { staffId, reason: '周末客流大，先接待' })
  })
  const skipped = waiting.at(-1)
  if (skipped)
    does(desk.staffId, at(lastOn, '14:02'), 'rotation.skip', { staffId: skipped.staffId, reason: '外出提车' })
  receiveExpected(story, desk.staffId)
  for (const [i, minute] of ['05', '17', '31', '48'].entries()) {
    const visit = does<Registered>(desk.staffId, at(lastOn, `14:${minute}`), 'visits.register', {
      kind: i === 2 ? 'call_in' : 'walk_in',
      partySize: i === 2 ? 1 : 1 + (i % 3),
      callerName: callers[i],
      model: random.pick(models),
      withIntent: i === 0,
      ...(i === 0 ? { phone: `1590000${String(1000 + i)}` } : { phoneMissing: 'just_looking' }),
    })
    if (visit && i !== 2)
      does(desk.staffId, at(lastOn, `15:${minute}`), 'visits.leave', { visitId: visit.visitId })
  }
}

interface Line {
  readonly planId: string | null
  readonly opportunityId: string | null
}

/** Some go home with nothing overdue, so that somebody greets in the morning; one low one is restored. */
export function clearBeforeTomorrow(story: Story): void {
  const { does, at, lastOn, people, liveliestId } = story
  const consultants = people.filter(({ role, staffId }) => role === 'consultant' && staffId !== liveliestId)
  for (const { staffId } of consultants.filter((_, i) => i % 2 === 1)) {
    const list = does<{ items: Line[] }>(staffId, at(lastOn, '18:45'), 'toDo.list', { on: lastOn })
    for (const { planId, opportunityId } of list?.items ?? []) {
      if (!planId || !opportunityId) continue
      const asked = { opportunityId, result: 'no_answer' }
      const plan = does<{ proposed: string }>(
        staffId,
        at(lastOn, '18:50'),
        'opportunities.proposePlan',
        asked,
      )
      if (!plan) continue
      does(staffId, at(lastOn, '18:50'), 'followUps.execute', {
        planId,
        result: 'no_answer',
        channel: 'phone',
        next: { kind: 'plan', on: plan.proposed, channel: 'phone', purpose: '再次联系' },
      })
    }
  }
  const manager = people.find(({ role }) => role === 'manager')
  if (!manager) return
  const board = does<{ places: { staffId: string; hindrances: string[] }[] }>(
    manager.staffId,
    at(lastOn, '18:55'),
    'rotation.board',
    {},
  )
  const low = board?.places.find(({ hindrances }) => hindrances.includes('low_conversion'))
  if (low)
    does(manager.staffId, at(lastOn, '18:55'), 'rotation.restore', {
      staffId: low.staffId,
      reason: '上月外派培训两周，已谈话',
    })
}
