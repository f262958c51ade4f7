import type { Input, Output } from '#shared/contract/index.ts'
import { lastKeptOn } from '#shared/domain/kept-backups.ts'
import { refuseByRule, refuseField } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import { againstErasing, checkErasureReason } from '#main/rules/erasable.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { noteRemains } from '#main/store/remains.ts'
import { countHis } from '#main/store/read/erasure.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { countUnderWay } from '#main/store/read/privacy.ts'
import { getCustomer, requireVersion } from '#main/commands/subjects.ts'
import { findPerson, type LookedUpInFull, type Person } from './person.ts'
import { takeAway } from './take-away.ts'

const kept = {
  opportunities: ['opportunities', 'customer_id'],
  followUps: ['follow_ups', 'customer_id'],
  plans: ['plans', 'customer_id'],
  visits: ['visits', 'customer_id'],
  leads: ['leads', 'customer_id'],
  violations: ['violations', 'customer_id'],
  claims: ['claims', 'customer_id'],
  instructions: ['instructions', 'customer_id'],
} as const

/** How much there is of a person; erasing him changes none of it. */
export function countKept(store: ReadableStore, { reach }: Pick<Person, 'reach'>) {
  const counts = Object.entries(kept).map(([name, [table, column]]) => [
    name,
    countHis(store, table, `${column} in (select value from json_each(@ids))`, reach),
  ])
  const recordings = countHis(
    store,
    'recordings',
    'follow_up_id in (select value from json_each(@contacts))',
    reach,
  )
  return { ...Object.fromEntries(counts), recordings } as Output<'privacy', 'previewErasure'>['kept']
}

/** What must be settled before. */
export const refusalsOf = (store: ReadableStore, customerId: string, { reach }: Pick<Person, 'reach'>) =>
  againstErasing({
    erasedOn: findCustomer(store, customerId)?.erasedOn ?? null,
    ...countUnderWay(store, reach),
  })

/** S7, R-13.6 Erases a person. What it leaves on the pages of the file is overwritten when the act is done (`remains.ts`). */
export function erase(
  store: WritableStore,
  { customerId, version, reason: why, name }: Input<'privacy', 'erase'>,
  context: Context,
): Output<'privacy', 'erase'> {
  const row = getCustomer(store, context, customerId)
  requireVersion(row, version)
  if (name.trim() !== row.name) refuseField('name', 'not_the_name')
  const found = context.prepared as LookedUpInFull | undefined
  const person = findPerson(store, customerId, found)
  const refusals = [...refusalsOf(store, customerId, person), ...checkErasureReason(why, person.take.fromHis)]
  if (refusals.length > 0) refuseByRule(...refusals)
  const { today, now, actor, newId, store: file, because } = context
  because(why)
  const redacted = takeAway(store, person, {
    today,
    newId,
    store: file,
    customerId,
    erasedBy: actor.staffId,
    erasedAt: now,
    reason: why,
    found,
  })
  noteRemains(store)
  return { erasedOn: today, redacted, backupsUntil: lastKeptOn(today) }
}
