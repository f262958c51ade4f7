import type { Input, Output } from '#shared/contract/index.ts'
import { lastKeptOn } from '#shared/domain/kept-backups.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listPhones } from '#main/store/read/customers.ts'
import { countRows } from '#main/store/read/verification.ts'
import { listPlacesOf } from '#main/store/read/recordings.ts'
import { listRelatives } from '#main/store/read/relatives.ts'
import { getCustomer } from '#main/commands/subjects.ts'
import { countKept, refusalsOf } from './erase-person.ts'
import { findPerson, type LookedUp } from './person.ts'

/** What erasing would take away and leave. */
export function previewErasure(
  store: ReadableStore,
  { customerId }: Input<'privacy', 'previewErasure'>,
  context: Context,
): Output<'privacy', 'previewErasure'> {
  const { name, version } = getCustomer(store, context, customerId)
  const person = findPerson(store, customerId, context.prepared as LookedUp | undefined)
  const { reach, texts } = person
  return {
    customerId,
    version,
    name,
    refusals: [...refusalsOf(store, customerId, person)],
    phones: listPhones(store, customerId).length,
    texts: texts.size,
    recordings: listPlacesOf(store, reach.contacts, reach.phones).length,
    trail: countRows(store, 'audit_entries'),
    sheets: countRows(store, 'signed_checks'),
    relatives: listRelatives(store, customerId).length,
    merged: reach.ids.length - 1,
    kept: countKept(store, person),
    backupsUntil: lastKeptOn(context.today),
  }
}
