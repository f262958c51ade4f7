import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { readRows } from '#tests/support/book.ts'
import {
  intake,
  openTrainingStore,
  type LooseInput,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

/** Stores in which somebody is expected in the showroom. */

const { benyue } = presets
/** Benyue in which every appointment to visit has its calls. */
export const forAll: Policy = { ...benyue, switches: { ...benyue.switches, appointmentPlansForAll: true } }

/** A store whose policy wants the calls of every appointment, on 2026-03-02 09:00. */
export function openExpecting(policy: Policy = forAll): TrainingStore {
  const store = openTrainingStore()
  store.ok('director', 'policies.publish', { policy, effectiveFrom: '2026-03-02', note: null })
  return store
}

/** Somebody of grade B who is expected on a date, by default on Friday 2026-03-06 at 14:00. */
export const expectSomebody = (
  store: TrainingStore,
  owner: PersonName = 'chen',
  plan: { readonly on: string; readonly time?: string } = { on: '2026-03-06', time: '14:00' },
) =>
  store.ok(
    owner,
    'customers.register',
    intake({
      opportunity: { grade: 'B', expectedPurchaseDate: '2026-03-25' },
      plan: { ...plan, channel: 'showroom_visit', purpose: '到店看车' },
    }),
  )

export const visitOn = (on: string, time?: string) =>
  ({ kind: 'plan', on, channel: 'showroom_visit', purpose: '', ...(time ? { time } : {}) }) as const

/** `03-05 phone open` of each plan of the store, in the order of their dates. */
export const plansOf = (store: TrainingStore): string[] =>
  readRows<{ line: string }>(
    store,
    `select substr(due_on, 6) || ' ' || channel || ' ' || status as line from plans
     order by due_on, channel, status, plan_id`,
  ).map(({ line }) => line)

/** `03-06 14:00 kept` of each appointment; one that is to come says `–`. */
export const appointmentsOf = (store: TrainingStore): string[] =>
  readRows<{ line: string }>(
    store,
    `select substr("on", 6) || ' ' || coalesce(time, '') || ' ' || coalesce(outcome, '–') as line from appointments
     order by "on", rowid`,
  ).map(({ line }) => line)

/** The plan of an appointment, of its confirming call, or of the call before arrival. */
export function planIdOf(store: TrainingStore, which: 'plan' | 'confirm_plan' | 'call_plan'): string {
  const [row] = readRows<{ id: string | null }>(
    store,
    `select ${which}_id as id from appointments order by rowid desc limit 1`,
  )
  if (!row?.id) throw new Error(`there is no ${which}`)
  return row.id
}

export const execute = (
  store: TrainingStore,
  who: PersonName,
  parts: Partial<LooseInput<'followUps.execute'>> & Pick<LooseInput<'followUps.execute'>, 'next'>,
) =>
  store.ok(who, 'followUps.execute', {
    result: 'reached',
    channel: 'phone',
    content: '客户确认会准时到店',
    ...parts,
  })
