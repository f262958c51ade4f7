import { basename } from 'node:path'
import { refuseByRule } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import { texts } from '#shared/text/index.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { preparedBy } from '#main/calls/prepared-by.ts'
import { leadField } from '#main/files/import/read-leads.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { leadBatchId, leadIdIn } from '#main/store/read/lead-imports.ts'
import { findWaitingLead } from '#main/store/read/leads.ts'
import { addImportBatch } from '#main/store/write/imports.ts'
import { assignLead, type AssignTo } from './lead-assignment.ts'
import type { CheckedLead, PreparedLeadImport, PreparedLeads } from './lead-import-preparation.ts'
import { getAssignee, wordsOf } from './lead-scope.ts'
import { receiveLead } from './receive-lead.ts'

type Handlers = HandlersOf<'leads'>

export const previewLeads: Handlers['preview'] = (_store, _input, context) => {
  const { ledger, layout: read, rows } = preparedBy<PreparedLeads>(context)
  const { layout, mapping } = read
  return {
    format: ledger.format,
    encoding: ledger.encoding,
    sheets: [...ledger.sheets],
    sheet: ledger.sheet,
    headerRow: layout.headerRow,
    columns: layout.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    mapping,
    rowCount: rows.length,
    blankRows: layout.blankRows,
    totalRows: layout.totalRows,
    cleanRows: rows.filter(({ problems }) => problems.length === 0).length,
    knownRows: rows.filter(({ isKnown, problems }) => isKnown && problems.length === 0).length,
    problems: rows.flatMap(({ row, name, problems }) =>
      problems.map(({ field, kind, value }) => ({
        row,
        field: leadField(field),
        kind,
        value,
        customerName: name,
      })),
    ),
  }
}

/** Takes one row in, and gives it to whoever is to have it. */
function takeIn(
  store: WritableStore,
  context: Context,
  line: CheckedLead,
  everybodyElse: AssignTo | 'later',
  { batchId, place }: { readonly batchId: string; readonly place: number },
): 'waiting' | 'assigned' | 'linked' {
  const { name, phone, source, model, area, campaign, remark, grade, assigneeId } = line
  if (name === null || phone === null) throw new Error(`row ${line.row} has an unnamed problem`)
  // Between reading and writing somebody may have entered it.
  const other = findWaitingLead(store, phone)
  if (other) {
    const { leadId, name: waits, receivedOn } = other
    refuseByRule(reason('lead_waits_already', { field: 'path', leadId, name: waits, receivedOn }))
  }
  const data = { name, phone, source, model, area, campaign, remark, grade }
  const lead = receiveLead(store, context, data, leadIdIn(batchId, place))
  const to = assigneeId === null ? everybodyElse : getAssignee(store, context, assigneeId, 'assign')
  if (to === 'later') return 'waiting'
  const { staffId, linked } = assignLead(store, context, lead, to, {
    note: undefined,
    takesTurn: true,
    importBatchId: batchId,
  })
  if (staffId === null) return 'waiting'
  return linked ? 'linked' : 'assigned'
}

/** A ledger of leads in one act; by its batch it can be taken back. */
export const importLeads: Handlers['import'] = (store, { path, assign = 'later' }, context) => {
  const { accepted, rejected, rejectedPath } = preparedBy<PreparedLeadImport>(context)
  const to =
    assign === 'later' || assign === 'rotation' ? assign : getAssignee(store, context, assign, 'assign')
  context.because(texts[wordsOf(context)].ledgerFile.importedFrom.replace('{{file}}', basename(path)))
  const batchId = leadBatchId(context.newId())
  addImportBatch(store, {
    batchId,
    fileName: basename(path),
    importedAt: context.now,
    importedBy: context.actor.staffId,
    imported: accepted.length,
    rejected,
  })
  const counts = { waiting: 0, assigned: 0, linked: 0 }
  for (const [index, line] of accepted.entries()) {
    counts[takeIn(store, context, line, to, { batchId, place: index + 1 })] += 1
    context.progress(index + 1, accepted.length)
  }
  return {
    batchId,
    imported: accepted.length,
    waiting: counts.waiting,
    assigned: counts.assigned + counts.linked,
    linked: counts.linked,
    rejected,
    rejectedPath,
  }
}
