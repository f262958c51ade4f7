import { maskPhone } from '#shared/domain/phone.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { againstMerge, beforeMerging, undoUntil } from '#main/rules/merge-acts.ts'
import { proposeFields } from '#main/rules/merge-fields.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { highestOpenGrade } from '#main/store/read/customer-list.ts'
import { findCustomer, listPhones } from '#main/store/read/customers.ts'
import { listSharedBy } from '#main/store/read/duplicates.ts'
import { countMerges, countThings, listMerges } from '#main/store/read/merges.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { familyOf } from '#main/commands/customers/relatives.ts'
import { maskName, mayOpen } from '#main/commands/subjects.ts'
import { mergeCustomers } from './merge-customers.ts'
import { readSnapshot } from './merge-snapshot.ts'
import { getTwo, mergeFacts, ownerNameOf, recordOf } from './merge-subject.ts'
import { obstaclesToUndo, undoMerge } from './merge-undo.ts'

const record = (store: ReadableStore, { policy }: Context, row: CustomerRow) => ({
  customerId: row.customerId,
  version: row.version,
  name: row.name,
  phones: [
    ...listPhones(store, row.customerId),
    ...listSharedBy(store, row.customerId).map(({ phone }) => phone),
  ],
  ownerId: row.ownerId,
  ownerName: ownerNameOf(store, row.ownerId),
  grade: highestOpenGrade(store, row.customerId, policy),
  createdOn: row.createdOn,
  lastContactOn: row.lastContactOn,
})

/** R-3.4a 合并客户: both records side by side, the act, what was merged, and the way back. */
export const merges: HandlersOf<'merges'> = {
  preview: (store, input, context) => {
    const { kept, dropped } = getTwo(store, context, input)
    const facts = mergeFacts(store, context, { kept, dropped })
    const ownersDiffer = kept.ownerId !== dropped.ownerId
    const others = familyOf(store, dropped).filter(
      (id) => id !== dropped.customerId && id !== kept.customerId,
    )
    return {
      kept: record(store, context, kept),
      dropped: record(store, context, dropped),
      fields: proposeFields(recordOf(kept), recordOf(dropped)),
      moves: countThings(store, dropped.customerId),
      ownersDiffer,
      relativesWithHim: ownersDiffer ? others.flatMap((id) => findCustomer(store, id)?.name ?? []) : [],
      problems: againstMerge(facts),
      warnings: beforeMerging(facts),
    }
  },

  apply: mergeCustomers,

  list: (store, input, context) => {
    const page = readPage(input)
    const customerId = input?.customerId ?? null
    const rows = listMerges(store, context.scope, customerId, page).map((row) => {
      const { former } = readSnapshot(row)
      // Taken apart again, the record is its owner's as before.
      const apart = row.undoneAt === null ? undefined : findCustomer(store, row.droppedId)
      const told = !apart || mayOpen(context, apart)
      return {
        mergeId: row.mergeId,
        keptId: row.keptId,
        keptName: findCustomer(store, row.keptId)?.name ?? '',
        droppedId: row.droppedId,
        droppedName: told ? former.name : maskName(former.name),
        droppedPhone: told ? former.phone : maskPhone(former.phone),
        ownerName: row.ownerName,
        formerOwnerName: former.changedOwner ? former.ownerName : null,
        reason: row.reason,
        mergedOn: row.mergedOn,
        mergedAt: row.mergedAt,
        mergedBy: row.mergedBy,
        undoneAt: row.undoneAt,
        undoneBy: row.undoneBy,
        undoUntil: undoUntil(row.mergedOn, context.policy),
        obstacles: obstaclesToUndo(store, context, row),
      }
    })
    return pageOf(page, rows, countMerges(store, context.scope, customerId))
  },

  undo: undoMerge,
}
