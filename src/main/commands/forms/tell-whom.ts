import { maskPhone } from '#shared/domain/phone.ts'
import type { Context } from '#main/calls/context.ts'
import { mayOpen, tellName } from '#main/commands/subjects.ts'

interface OfWhom {
  readonly customerName: string
  readonly phone: string
  readonly ownerId: string | null
}

/** Whom a line is about as the asker may know it: a customer that went to somebody else is told by a mask. */
export function tellWhom<Row extends OfWhom>(context: Context, row: Row) {
  const { ownerId, ...rest } = row
  const open = mayOpen(context, row)
  return {
    ...rest,
    customerName: tellName(context, { name: row.customerName, ownerId }),
    phone: open ? row.phone : maskPhone(row.phone),
    mayOpen: open,
  }
}
