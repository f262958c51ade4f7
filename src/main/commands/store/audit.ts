import { can } from '#shared/access/can.ts'
import { refuseField } from '#shared/errors.ts'
import { addDays } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { listAudit } from '#main/store/read/audit.ts'

interface Change {
  readonly table: string
  readonly id: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

const namesOnly = (row: Change['before']) =>
  row && Object.fromEntries(Object.keys(row).map((name) => [name, '…']))

const withoutWords = (each: Change): Change => ({
  ...each,
  // Of some tables the key itself is a phone.
  id: each.table === 'customer_phones' ? '…' : each.id,
  before: namesOnly(each.before),
  after: namesOnly(each.after),
})

/**
 * Section 13: whoever may not read customers learns which rows and fields an act changed, and not what they hold.
 * The changes of a bulk act are counts and a digest already.
 */
function told(changes: string, { actor }: Context): string {
  if (can(actor, 'customer.read').yes) return changes
  const read = JSON.parse(changes) as Change[] | { readonly rows?: Change[] }
  if (Array.isArray(read)) return JSON.stringify(read.map(withoutWords))
  // Of an act in bulk a few rows are kept in full: why somebody was erased is one of them (S7).
  return read.rows ? JSON.stringify({ ...read, rows: read.rows.map(withoutWords) }) : changes
}

/** The trail of every write (R-13.4, 操作记录); what verifies it stands in `application/verify`, over the whole store. */
export const audit: Omit<HandlersOf<'audit'>, 'verify'> = {
  list: (store, input, context) => {
    const { from, until } = input ?? {}
    if (from && until && from > until) refuseField('from', 'from_after_until')
    const { zone } = context.store
    const page = readPage(input)
    const { rows, total } = listAudit(
      store,
      {
        staffId: input?.staffId ?? null,
        call: input?.call ?? null,
        from: from ? instantAt(from, '00:00', zone) : null,
        until: until ? instantAt(addDays(until, 1), '00:00', zone) : null,
      },
      page,
    )
    const mayRead = can(context.actor, 'customer.read').yes
    return pageOf(
      page,
      rows.map((row) => ({
        ...row,
        changes: told(row.changes, context),
        // A reason may name the customer it is about.
        reason: mayRead || row.reason === null ? row.reason : '…',
      })),
      total,
    )
  },
}
