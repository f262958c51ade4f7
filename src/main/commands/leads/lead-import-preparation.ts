import { rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { inScope, type Scope } from '#shared/access/can.ts'
import type { Input } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Ledger } from '#main/files/import/ledger.ts'
import { layOutLeads, readLeadRows, type LeadLayout, type LeadLine } from '#main/files/import/read-leads.ts'
import { readLedger } from '#main/files/import/read-ledger.ts'
import type { RowProblem } from '#main/files/import/read-row.ts'
import { writeRejects } from '#main/files/import/write-rejects.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import { findWaitingLead } from '#main/store/read/leads.ts'
import { listStaff } from '#main/store/read/staff.ts'

/** Around the call; see `application/prepare.ts`. */
interface Facts {
  readonly store: ReadableStore
  readonly today: BusinessDate
  readonly policy: Policy
  readonly scope: Scope | null
  readonly locale: Locale
  readonly folder: string
}

/** A row of the ledger with everything that is wrong with it, and who is to have it. */
export interface CheckedLead extends LeadLine {
  readonly assigneeId: string | null
  /** A customer has this phone: the lead is linked to him. */
  readonly isKnown: boolean
}
export interface PreparedLeads {
  readonly ledger: Ledger
  readonly layout: LeadLayout
  readonly rows: readonly CheckedLead[]
}
export interface PreparedLeadImport extends PreparedLeads {
  readonly accepted: readonly CheckedLead[]
  readonly rejected: number
  readonly rejectedPath: string | null
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s+/g, '')

/** Consultants to whom the asker may give leads, by id and by name where only one has it. */
function consultants(store: ReadableStore, scope: Scope | null): (nameOrId: string) => string | undefined {
  const ids = new Map<string, string | undefined>()
  for (const { staffId, name, role, status } of listStaff(store)) {
    if (role !== 'consultant' || status !== 'active' || !scope || !inScope(scope, staffId)) continue
    const plain = plainName(name)
    ids.set(plain, ids.has(plain) ? undefined : staffId).set(staffId, staffId)
  }
  return (nameOrId) => ids.get(nameOrId) ?? ids.get(plainName(nameOrId))
}

/** What can only be seen beside the other rows and the store: a number twice, one that waits already, a consultant nobody knows. */
function check(store: ReadableStore, scope: Scope | null, lines: readonly LeadLine[]): CheckedLead[] {
  const seen = new Set<string>()
  const findStaff = consultants(store, scope)
  return lines.map((line) => {
    const { phone, assignee } = line
    const added: RowProblem[] = []
    if (phone !== null && seen.has(phone))
      added.push({ kind: 'phone_repeated', field: 'mobile', value: phone })
    if (phone !== null && findWaitingLead(store, phone))
      added.push({ kind: 'phone_known', field: 'mobile', value: phone })
    if (phone !== null) seen.add(phone)
    const assigneeId = assignee === null ? null : findStaff(assignee)
    if (assigneeId === undefined) added.push({ kind: 'staff_unknown', field: 'owner', value: assignee ?? '' })
    return {
      ...line,
      assigneeId: assigneeId ?? null,
      isKnown: phone !== null && findCustomerByPhone(store, phone) !== undefined,
      problems: [...line.problems, ...added],
    }
  })
}

async function read(input: Input<'leads', 'preview'>, facts: Facts): Promise<PreparedLeads> {
  const ledger = await readLedger(input.path, { sheet: input.sheet ?? null })
  const wanted = { headerRow: input.headerRow ?? null, mapping: input.mapping ?? null }
  const layout = layOutLeads(ledger, wanted)
  if (layout.layout.rows.length === 0 && !input.headerRow) refuse('FILE_REFUSED', { reason: 'empty' })
  return { ledger, layout, rows: check(facts.store, facts.scope, await readLeadRows(layout, facts)) }
}

/** Reads a ledger of leads for its preview. Refuses with FILE_REFUSED, or VALIDATION_FAILED for a mapping that does not fit. */
export const prepareLeads = async (
  input: Input<'leads', 'preview'>,
  facts: Facts,
): Promise<{ readonly value: PreparedLeads }> => ({ value: await read(input, facts) })

/** Reads a ledger of leads and writes the rejected rows back; the file goes again if the import then fails. */
export async function prepareLeadImport(
  input: Input<'leads', 'import'>,
  facts: Facts,
): Promise<{ readonly value: PreparedLeadImport; readonly discard: () => Promise<void> }> {
  const prepared = await read(input, facts)
  const { mapping, layout } = prepared.layout
  if (mapping.phone === undefined) refuseField('mapping.phone', 'required')
  const accepted = prepared.rows.filter(({ problems }) => problems.length === 0)
  const rejected = prepared.rows
    .filter(({ problems }) => problems.length > 0)
    .map(({ row, problems }) => ({ row, reasons: problems }))
  const rejectedPath =
    rejected.length > 0
      ? await writeRejects({
          ledger: prepared.ledger,
          layout,
          rejected,
          locale: facts.locale,
          sourceName: basename(input.path),
          folders: [dirname(input.path), facts.folder],
        })
      : null
  return {
    value: { ...prepared, accepted, rejected: rejected.length, rejectedPath },
    discard: async () => {
      if (rejectedPath) await rm(rejectedPath, { force: true })
    },
  }
}
