import { openTrainingStore, type LooseInput, type PersonName, type TrainingStore } from './training-store.ts'

/** A day of the showroom driven call by call, and what happened in it as text. */

type Visit = LooseInput<'visits.register'>
type Execution = LooseInput<'followUps.execute'>

export const nameOf: Readonly<Partial<Record<PersonName, string>>> = {
  chen: '陈晓东',
  li: '李雪',
  zhou: '周婷',
}

export function makeShowroomDay(now: string) {
  const store = openTrainingStore({ now })
  const lines: string[] = []
  const visits = new Map<string, string>()
  let clock = now
  const note = (line: string) => void lines.push(`${clock.slice(5)} ${line}`)
  const idOf = (label: string) => visits.get(label) ?? ''
  const why = (failure: ReturnType<TrainingStore['refused']>) =>
    (failure.reasons ?? failure.issues)?.map(({ code }) => code).join(', ') ?? failure.code

  return {
    store,
    lines,
    note,
    idOf,
    at: (text: string) => {
      clock = text
      store.setNow(text)
    },

    /** The desk, or somebody else, writes a visitor down. */
    comes: (label: string, input: Visit, as: PersonName = 'desk') => {
      const made = store.ok(as, 'visits.register', { withIntent: true, ...input })
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
      store.ok(as, 'visits.update', { visitId: idOf(label), withIntent: false, phoneMissing: 'just_looking' })
      note(`${label} only looked`)
    },
    goesTo: (label: string, to: PersonName, reason: string) => {
      const asked = { visitId: idOf(label), consultantId: store.ids[to], reason }
      const answer = store.answer('desk', 'visits.handOver', asked)
      note(`${label} to ${nameOf[to]}: ${answer.ok ? 'done' : `refused, ${why(answer.error)}`}`)
    },
    /** From visit to card; refused or done. */
    card: (
      label: string,
      as: PersonName,
      customer: { readonly name: string; readonly mobile: string },
      more: Partial<LooseInput<'visits.card'>> = {},
    ) => {
      const answer = store.answer(as, 'visits.card', {
        visitId: idOf(label),
        customer: {
          gender: 'male',
          birthday: '1990-01-01',
          area: '江阴',
          source: 'walk_in',
          customerType: 'person',
          ...customer,
        },
        opportunity: {
          model: '帕萨特',
          grade: 'B',
          expectedPurchaseDate: '2026-03-30',
          purchaseType: 'first',
        },
        plan: { on: '2026-03-12', channel: 'phone', purpose: '' },
        ...more,
      })
      note(
        `${label} card by ${nameOf[as] ?? 'manager'}: ${answer.ok ? customer.name : `refused, ${why(answer.error)}`}`,
      )
      return answer.ok ? (answer.value as { customerId: string; opportunityId: string }) : undefined
    },
    executes: (as: PersonName, what: string, input: Execution) => {
      store.ok(as, 'followUps.execute', input)
      note(`${nameOf[as]} ${what}`)
    },
    /** The order of the board, with what hinders each. */
    board: () => {
      const { places, waiting } = store.ok('desk', 'rotation.board', {})
      const told = places.map(({ name, hindrances, isNext }) => {
        const stops = hindrances.length > 0 ? ` (${hindrances.join(', ')})` : ''
        return `${isNext ? '→' : ''}${name}${stops}`
      })
      note(`board: ${told.join(' · ')}${waiting > 0 ? `, ${waiting} wait` : ''}`)
    },
  }
}
export type ShowroomDay = ReturnType<typeof makeShowroomDay>
