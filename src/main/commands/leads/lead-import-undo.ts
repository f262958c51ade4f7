import { refuse, refuseField } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { giveBackTurn } from '#main/commands/rotation/take-turn.ts'
import {
  findLeadImport,
  listLeadImports,
  listLeadsOfImport,
  listLeadsWorkedOn,
} from '#main/store/read/lead-imports.ts'
import { removeLeadImport } from '#main/store/write/lead-imports.ts'
import { wordsOf } from './lead-scope.ts'

type Handlers = HandlersOf<'leads'>

/** How many leads are named when a ledger cannot be taken back. */
const namedAtMost = 10

/** Whose ledgers the asker takes back: all, where he answers for the store, else his own. */
const importedBy = ({ scope, actor }: Context): string | null =>
  scope.kind === 'store' ? null : actor.staffId

/** Ledgers of leads that can be taken back. */
export const leadImports: Handlers['imports'] = (store, _input, context) => {
  const rows = listLeadImports(store, importedBy(context)).map(({ importedByName, ...row }) => ({
    ...row,
    importedBy: importedByName ?? '',
  }))
  return { rows, nextCursor: null, total: rows.length }
}

/** A ledger of leads as if it had never come: refused by name where somebody has worked on what it brought. */
export const undoLeadImport: Handlers['undoImport'] = (store, { batchId }, context) => {
  const batch =
    findLeadImport(store, batchId, importedBy(context)) ??
    refuse('NOT_FOUND', { what: 'import', id: batchId })
  const names = listLeadsWorkedOn(store, batchId, namedAtMost)
  if (names.length > 0) refuseField('batchId', 'worked_on', { names: names.join('、') })
  const words = texts[wordsOf(context)].ledgerFile
  const why = fill(words.undoneImport, { file: batch.fileName })
  context.because(why)
  const leads = listLeadsOfImport(store, batchId)
  // The last turn first, so that the order of before stands again where nothing has happened since.
  for (const { leadId, assigneeId } of leads)
    if (assigneeId !== null) giveBackTurn(store, context, 'leads', { staffId: assigneeId, leadId, note: why })
  removeLeadImport(store, batchId)
  return { removed: leads.length }
}
