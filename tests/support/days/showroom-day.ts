import { nameOf, type Card, type Contact, type ShowroomHands, type Visit } from './showroom-day-script.ts'
import type { LooseInput, PersonName, TrainingStore } from '#tests/support/made-store.ts'

/** The showroom day driven call by call, and what happened in it as text. */
export function makeShowroomDay(store: TrainingStore, now: string) {
  const lines: string[] = []
  const visits = new Map<string, string>()
  const known = new Map<string, { planId: string } | { opportunityId: string }>()
  let clock = now
  const note = (line: string) => void lines.push(`${clock.slice(5)} ${line}`)
  const idOf = (label: string) => visits.get(label) ?? ''
  const why = (failure: ReturnType<TrainingStore['refused']>) =>
    (failure.reasons ?? failure.issues)?.map(({ code }) => code).join(', ') ?? failure.code
  const planOf = (as: PersonName, name: string) =>
    store.ok(as, 'toDo.list').items.find(({ customerName, planId }) => customerName === name && planId)

  /** What is executed of a customer who is not on the list of the day. */
  const knows = (name: string, what: { planId: string } | { opportunityId: string }) =>
    void known.set(name, what)

  const hands = {
    at: (text: string) => {
      clock = text
      store.setNow(text)
    },
    comes: (label: string, input: Visit) => {
      const made = store.ok('desk', 'visits.register', { withIntent: true, ...input })
      visits.set(label, made.visitId)
      const found = made.consultantName ? `${made.consultantName}, ${made.assignedBy}` : 'nobody, waits'
      const standing = made.standsInForName ? ` for ${made.standsInForName}` : ''
      note(`${label} comes, ${made.occasion}: ${found}${standing}`)
    },
    isRefused: (label: string, input: Visit) =>
      note(`${label} is refused: ${why(store.refused('desk', 'visits.register', input))}`),
    leaves: (label: string) => {
      store.ok('desk', 'visits.leave', { visitId: idOf(label) })
      note(`${label} leaves`)
    },
    wantsNothing: (label: string, as: PersonName) => {
      store.ok(as, 'visits.update', {
        visitId: idOf(label),
        withIntent: false,
        phoneMissing: 'just_looking',
      })
      note(`${label} only looked`)
    },
    goesTo: (label: string, to: PersonName, reason: string) => {
      const asked = { visitId: idOf(label), consultantId: store.ids[to], reason }
      const answer = store.answer('desk', 'visits.handOver', asked)
      note(`${label} to ${nameOf[to]}: ${answer.ok ? 'done' : `refused, ${why(answer.error)}`}`)
    },
    card: (label: string, as: PersonName, { name, mobile }: Card, overrideReason?: string) => {
      const answer = store.answer(as, 'visits.card', {
        visitId: idOf(label),
        customer: {
          name,
          mobile,
          gender: 'male',
          birthday: '1990-01-01',
          area: '江阴',
          source: 'walk_in',
          customerType: 'person',
        },
        opportunity: {
          model: '帕萨特',
          grade: 'B',
          expectedPurchaseDate: '2026-03-30',
          purchaseType: 'first',
        },
        plan: { on: '2026-03-12', channel: 'phone', purpose: '' },
        ...(overrideReason ? { overrideReason } : {}),
      })
      note(`${label} card by ${nameOf[as]}: ${answer.ok ? name : `refused, ${why(answer.error)}`}`)
      if (!answer.ok) return
      const { opportunityId } = answer.value as { opportunityId: string }
      knows(name, { opportunityId })
    },
    executes: (as: PersonName, what: string, { of, next, ...contact }: Contact) => {
      const planId = planOf(as, of)?.planId
      const input = {
        ...contact,
        result: 'reached',
        ...(planId ? { planId } : known.get(of)),
        next: next.kind === 'plan' ? { channel: 'phone', purpose: '', ...next } : next,
      } as LooseInput<'followUps.execute'>
      store.ok(as, 'followUps.execute', input)
      note(`${nameOf[as]} ${what}`)
    },
    board: () => {
      const { places, waiting } = store.ok('desk', 'rotation.board', {})
      const told = places.map(({ name, hindrances, isNext }) => {
        const stops = hindrances.length > 0 ? ` (${hindrances.join(', ')})` : ''
        return `${isNext ? '→' : ''}${name}${stops}`
      })
      note(`board: ${told.join(' · ')}${waiting > 0 ? `, ${waiting} wait` : ''}`)
    },
    marksNoShow: (name: string) => {
      const { rows } = store.ok('desk', 'appointments.list', { on: '2026-03-05' })
      for (const { appointmentId, missed, confirmedOn } of rows) {
        note(`appointment of ${name}: ${missed ? 'missed' : 'to come'}, confirmed ${confirmedOn?.slice(5)}`)
        store.ok('desk', 'appointments.noShow', { appointmentId })
      }
    },
    letsThrough: (who: PersonName, reason: string) => {
      store.ok('manager', 'rotation.letThrough', { staffId: store.ids[who], reason })
      note(`${nameOf[who]} is let through`)
    },
    closes: () => {
      const answer = store.answer('desk', 'visits.close', { on: '2026-03-05' })
      if (!answer.ok) return note(`closing is refused: ${why(answer.error)}`)
      const { totals } = answer.value as ReturnType<typeof closeOnce>
      note(
        `closed: ${totals.visits} lines, ${totals.walkIns} visits, ${totals.callIns} calls, ${totals.first} first, ` +
          `${totals.valid} valid, ${totals.withPhone} with phone, ${totals.carded} carded, ${totals.uncarded} without card, ` +
          `${totals.orderedOnSpot} ordered`,
      )
    },
    countersigns: () => {
      store.ok('manager', 'visits.countersign', { on: '2026-03-05' })
      note('countersigned')
    },
  } satisfies ShowroomHands
  const closeOnce = () => store.ok('desk', 'visits.close', { on: '' })
  return { ...hands, store, lines, note, knows }
}
export type ShowroomDay = ReturnType<typeof makeShowroomDay>
