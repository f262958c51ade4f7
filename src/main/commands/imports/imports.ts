import { basename } from 'node:path'
import { refuse, refuseField } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { preparedBy } from '#main/calls/prepared-by.ts'
import { countHistory, countProblems, listProblems } from '#main/files/import/find-problems.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import {
  countImported,
  findImportBatch,
  listImportBatches,
  listImportProfiles,
  listWorkedOn,
  takenPhones,
} from '#main/store/read/imports.ts'
import { isLeadBatch } from '#main/store/read/lead-imports.ts'
import { addImportBatch, removeImportBatch, saveImportProfile } from '#main/store/write/imports.ts'
import { writeImportedBook } from './import-book.ts'
import type { PreparedImport, PreparedLedger } from './import-preparation.ts'
import { requireNoWaitingVisit } from '#main/commands/showroom/waiting-visits.ts'
import { tellName } from '#main/commands/subjects.ts'

/** How many customers are named when a batch cannot be taken back. */
const namedAtMost = 10

/** A ledger stands in for no consultant: whoever received a visitor cards him. */
const nobody = ''

/** Between reading and writing somebody may have registered one of the phones: then nothing is imported. */
function requireStillFree(store: WritableStore, context: Context, { decided }: PreparedImport): void {
  const mobiles = decided.accepted.map(({ customer }) => customer.mobile)
  for (const mobile of takenPhones(store, mobiles)) {
    requireNoWaitingVisit(store, mobile, nobody)
    const known = findCustomerByPhone(store, mobile)
    if (known) {
      refuse('DUPLICATE_CUSTOMER', {
        customerId: known.customer.customerId,
        name: tellName(context, known.customer),
        ownerName: known.ownerName,
        grade: null,
        phone: mobile,
      })
    }
  }
}

export const imports: HandlersOf<'imports'> = {
  preview: (_store, _input, context) => {
    const { ledger, layout, rows, profile } = preparedBy<PreparedLedger>(context)
    return {
      format: ledger.format,
      encoding: ledger.encoding,
      sheets: [...ledger.sheets],
      sheet: ledger.sheet,
      headerRow: layout.headerRow,
      columns: layout.columns.map((column) => ({ ...column, samples: [...column.samples] })),
      mapping: layout.mapping,
      profile,
      rowCount: rows.length,
      blankRows: layout.blankRows,
      totalRows: layout.totalRows,
      problems: listProblems(rows),
      counts: countProblems(rows),
      cleanRows: rows.filter(({ problems }) => problems.length === 0).length,
      historyLines: countHistory(rows),
    }
  },

  run: (store, { path, saveProfile }, context) => {
    const prepared = preparedBy<PreparedImport>(context)
    requireStillFree(store, context, prepared)
    const batchId = context.newId()
    const { accepted, rejected } = prepared.decided
    const counts = writeImportedBook(store, context, batchId, accepted)
    addImportBatch(store, {
      batchId,
      fileName: basename(path),
      importedAt: context.now,
      importedBy: context.actor.staffId,
      imported: accepted.length,
      rejected: rejected.length,
    })
    if (saveProfile)
      saveImportProfile(store, {
        name: saveProfile,
        mapping: prepared.layout.mapping,
        headers: [...prepared.headers],
      })
    context.because(texts[context.locale].ledgerFile.importedFrom.replace('{{file}}', basename(path)))
    return {
      batchId,
      ...counts,
      imported: accepted.length,
      rejected: rejected.length,
      rejectedPath: prepared.rejectedPath,
    }
  },

  undo: (store, { batchId }) => {
    if (isLeadBatch(batchId) || !findImportBatch(store, batchId))
      refuse('NOT_FOUND', { what: 'import', id: batchId })
    const names = listWorkedOn(store, batchId, namedAtMost)
    if (names.length > 0) refuseField('batchId', 'worked_on', { names: names.join('、') })
    const removed = countImported(store, batchId)
    removeImportBatch(store, batchId)
    return { removed }
  },

  list: (store) => {
    const rows = listImportBatches(store).map(({ batch, importedBy }) => ({
      batchId: batch.batchId,
      fileName: batch.fileName,
      importedAt: batch.importedAt,
      importedBy: importedBy ?? '',
      imported: batch.imported,
      rejected: batch.rejected,
    }))
    return { rows, nextCursor: null, total: rows.length }
  },

  profiles: (store) => {
    const rows = listImportProfiles(store)
    return { rows, nextCursor: null, total: rows.length }
  },
}
