import type { Input, Output } from '#shared/contract/index.ts'
import { lastKeptOn } from '#shared/domain/kept-backups.ts'
import { refuseByRule, refuseField } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import type { Context } from '#main/calls/context.ts'
import { againstErasing, checkErasureReason } from '#main/rules/erasable.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { noteRemains } from '#main/store/remains.ts'
import { countHis } from '#main/store/read/erasure.ts'
import { findCustomer, listPhones } from '#main/store/read/customers.ts'
import { listSharedBy } from '#main/store/read/duplicates.ts'
import { countUnderWay } from '#main/store/read/privacy.ts'
import { listRelatives } from '#main/store/read/relatives.ts'
import { addErasure, markErased } from '#main/store/write/erasures.ts'
import { eraseDismissals, eraseRows, sweepRows } from '#main/store/write/erasing/erase-rows.ts'
import { redactSheets, redactTrail } from '#main/store/write/erasing/redact-evidence.ts'
import { removeRelative } from '#main/store/write/relatives.ts'
import { releasePhone } from '#main/commands/duplicates/shared-phones.ts'
import { familyOf, settleFamilies } from '#main/commands/customers/relatives.ts'
import { getCustomer, requireVersion } from '#main/commands/subjects.ts'
import { findPerson, type Person } from './person.ts'

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

/** He is nobody's relative any more, and his numbers are free, or go to whoever shares them (R-3.4a, R-3.5). */
function letGo(store: WritableStore, context: Context, ids: readonly string[]): void {
  for (const customerId of ids) {
    const row = findCustomer(store, customerId)
    const members = row ? familyOf(store, row) : []
    const links = listRelatives(store, customerId)
    for (const { linkId } of links) removeRelative(store, linkId)
    if (links.length > 0) settleFamilies(store, context, members)
    for (const phone of listPhones(store, customerId)) releasePhone(store, customerId, phone)
    for (const { phone } of listSharedBy(store, customerId)) releasePhone(store, customerId, phone)
  }
}

/** S7, R-13.6 Erases a person. What it leaves on the pages of the file is overwritten when the act is done (`remains.ts`). */
export function erase(
  store: WritableStore,
  { customerId, version, reason: why, name }: Input<'privacy', 'erase'>,
  context: Context,
): Output<'privacy', 'erase'> {
  const row = getCustomer(store, context, customerId)
  requireVersion(row, version)
  if (name.trim() !== row.name) refuseField('name', 'not_the_name')
  const person = findPerson(store, customerId)
  const { reach, take, rows } = person
  const refusals = [...refusalsOf(store, customerId, person), ...checkErasureReason(why, take.fromHis)]
  if (refusals.length > 0) refuseByRule(...refusals)
  const { today, now, actor, newId, store: file, because } = context
  const erasing = { erasureId: newId(), newId, rows }
  addErasure(store, {
    erasureId: erasing.erasureId,
    customerId,
    erasedOn: today,
    erasedAt: now,
    erasedBy: actor.staffId,
    reason: why,
  })
  because(why)
  letGo(store, context, reach.ids)
  const words = texts[file.locale === 'en' ? 'en' : 'zh-CN'].records
  eraseRows(store, erasing, reach, take, words.erasedCustomer)
  sweepRows(store, erasing, reach, take)
  eraseDismissals(store, reach, take)
  const redacted = redactSheets(store, erasing, take) + redactTrail(store, erasing, take)
  for (const id of reach.ids) {
    const now = findCustomer(store, id)
    if (now) markErased(store, id, { erasedOn: today, version: now.version + 1 })
  }
  noteRemains(store)
  return { erasedOn: today, redacted, backupsUntil: lastKeptOn(today) }
}
