import type { Input, Output } from '#shared/contract/index.ts'
import type { MergedField } from '#shared/contract/duplicates.ts'
import { refuseByRule } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import { pinyinOf } from '#main/platform/pinyin.ts'
import { againstMerge } from '#main/rules/merge-acts.ts'
import { proposeFields } from '#main/rules/merge-fields.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findCustomer, listPhones } from '#main/store/read/customers.ts'
import { listSharedBy, listSharers } from '#main/store/read/duplicates.ts'
import { watchRecord } from '#main/store/read/merges.ts'
import { lastEffectiveWith, listRelatives } from '#main/store/read/relatives.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { changeCustomer } from '#main/store/write/customers.ts'
import { givePhone, giveSharedPhone, removeSharedPhone } from '#main/store/write/duplicates.ts'
import { addIdentityChange } from '#main/store/write/identity-changes.ts'
import {
  addMerge,
  changeLink,
  changesSince,
  changesSoFar,
  linksOf,
  markMerged,
  moveEverything,
} from '#main/store/write/merges.ts'
import { removeRelative } from '#main/store/write/relatives.ts'
import { familyOf, settleFamilies } from '#main/commands/customers/relatives.ts'
import { transferCustomer } from '#main/commands/ownership/transfer-customer.ts'
import { requireVersion } from '#main/commands/subjects.ts'
import type { MergeSnapshot } from './merge-snapshot.ts'
import { getTwo, mergeFacts, ownerNameOf, recordOf, type Two } from './merge-subject.ts'

const again = (store: WritableStore, { customerId }: CustomerRow): CustomerRow => {
  const row = findCustomer(store, customerId)
  if (!row) throw new Error(`customer ${customerId} is gone within a merge`)
  return row
}

/** The dropped record and its relatives go to the owner of the kept one first, as in every transfer. */
function bringToOneOwner(store: WritableStore, context: Context, { kept, dropped }: Two): void {
  const { ownerId } = kept
  if (ownerId === null || ownerId === dropped.ownerId) return
  for (const id of familyOf(store, dropped)) {
    const row = findCustomer(store, id)
    if (row && row.ownerId !== ownerId) transferCustomer(store, context, row, ownerId, { reason: 'merged' })
  }
}

/** All phones are the kept one's; what both shared or one shared with the other is simply his. */
function movePhones(store: WritableStore, keptId: string, droppedId: string): void {
  for (const phone of listPhones(store, droppedId)) {
    for (const row of listSharers(store, phone))
      if (row.customerId === keptId) removeSharedPhone(store, row.sharedPhoneId)
    givePhone(store, phone, keptId)
  }
  const his = new Set([
    ...listPhones(store, keptId),
    ...listSharedBy(store, keptId).map(({ phone }) => phone),
  ])
  for (const row of listSharedBy(store, droppedId)) {
    if (his.has(row.phone)) removeSharedPhone(store, row.sharedPhoneId)
    else giveSharedPhone(store, row.sharedPhoneId, keptId)
  }
}

/** The relatives of the dropped record are the kept one's; both families are one. */
function moveRelatives(
  store: WritableStore,
  context: Context,
  keptId: string,
  droppedId: string,
  members: string[],
) {
  const known = new Set([keptId, ...listRelatives(store, keptId).map(({ customerId }) => customerId)])
  for (const { linkId, customerId, relativeId } of linksOf(store, droppedId)) {
    const other = customerId === droppedId ? relativeId : customerId
    if (known.has(other)) removeRelative(store, linkId)
    else
      changeLink(store, linkId, {
        customerId: customerId === droppedId ? keptId : customerId,
        relativeId: relativeId === droppedId ? keptId : relativeId,
      })
    known.add(other)
  }
  settleFamilies(store, context, members)
}

/** The fields that the kept record takes over, with what follows from them. */
function takenFields(
  { kept, dropped }: Two,
  choices: Input<'merges', 'apply'>['choices'] = {},
): Partial<CustomerRow> {
  const fields = proposeFields(recordOf(kept), recordOf(dropped))
  const taken = fields.filter(({ field, choice }) => (choices[field] ?? choice) === 'dropped')
  const patch = Object.fromEntries(
    taken.map(({ field }): [MergedField, string | null] => [field, dropped[field]]),
  ) as Partial<CustomerRow>
  return patch.name === undefined ? patch : { ...patch, ...pinyinOf(patch.name) }
}

/** What one record knows of both: since when he is known, and when he was last met. */
function joined(store: WritableStore, kept: CustomerRow, dropped: CustomerRow): Partial<CustomerRow> {
  const latest = [kept.lastContactOn, dropped.lastContactOn].filter((on) => on !== null).sort()
  const first = dropped.createdAt < kept.createdAt ? dropped : kept
  return {
    lastContactOn: latest.at(-1) ?? null,
    lastEffectiveOn: lastEffectiveWith(store, familyOf(store, kept), kept.ownerId),
    createdOn: first.createdOn,
    createdAt: first.createdAt,
    createdBy: first.createdBy,
  }
}

/**
 * R-3.4a 合并: two records of one customer become one, in one act. Everything of the dropped record goes to the kept one, field by
 * field as chosen; the dropped one stays in the file as what was taken in, in no list, and its address leads to the kept one.
 * What the act changed is kept, so that it can be taken back (`merge-undo.ts`).
 */
export function mergeCustomers(
  store: WritableStore,
  input: Input<'merges', 'apply'>,
  context: Context,
): Output<'merges', 'apply'> {
  const { newId, now, today, actor } = context
  const two = getTwo(store, context, input)
  requireVersion(two.kept, input.versions.kept)
  requireVersion(two.dropped, input.versions.dropped)
  const against = againstMerge(mergeFacts(store, context, two))
  if (against.length > 0) refuseByRule(...against)
  if (input.reason) context.because(input.reason)
  const { keptId, droppedId } = input
  const mark = changesSoFar(store)
  const family = [...new Set([...familyOf(store, two.kept), ...familyOf(store, two.dropped)])]
  bringToOneOwner(store, context, two)
  const dropped = again(store, two.dropped)
  markMerged(store, dropped, keptId)
  moveEverything(store, droppedId, keptId)
  movePhones(store, keptId, droppedId)
  moveRelatives(
    store,
    context,
    keptId,
    droppedId,
    family.filter((id) => id !== droppedId),
  )
  const before = again(store, two.kept)
  const fields = takenFields(two, input.choices)
  for (const field of ['name', 'mobile'] as const) {
    const after = fields[field]
    if (after === undefined || after === before[field]) continue
    addIdentityChange(store, {
      changeId: newId(),
      customerId: keptId,
      staffId: actor.staffId,
      changedOn: today,
      changedAt: now,
      field,
      before: before[field],
      after,
    })
  }
  const { version } = changeCustomer(store, before, { ...fields, ...joined(store, before, dropped) })
  const mergeId = newId()
  const changes = changesSince(store, mark)
  const touched = new Set([keptId, droppedId])
  for (const { table, id } of changes) if (table === 'customers') touched.add(id)
  const snapshot: MergeSnapshot = {
    changes,
    watched: Object.fromEntries([...touched].map((id) => [id, watchRecord(store, id, mergeId)])),
    former: {
      name: two.dropped.name,
      phone: two.dropped.mobile,
      ownerId: two.dropped.ownerId,
      ownerName: ownerNameOf(store, two.dropped.ownerId),
      changedOwner: two.dropped.ownerId !== two.kept.ownerId,
    },
  }
  addMerge(store, {
    mergeId,
    keptId,
    droppedId,
    reason: input.reason ?? null,
    mergedOn: today,
    mergedAt: now,
    mergedBy: actor.staffId,
    snapshot: JSON.stringify(snapshot),
    undoneAt: null,
    undoneBy: null,
  })
  return { mergeId, customerId: keptId, version }
}
