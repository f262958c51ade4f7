import { and, eq, ne } from 'drizzle-orm'
import type { Instant } from '#shared/time/instant.ts'
import { drizzleOf, type WritableStore } from '../handle.ts'
import { rectifications, suspensions } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

/** A rectification report falls due. */
export const insertRectification = (store: WritableStore, row: typeof rectifications.$inferInsert): void =>
  insertRow(store, rectifications, row)

/** A suspension for study is proposed. */
export const insertSuspension = (store: WritableStore, row: typeof suspensions.$inferInsert): void =>
  insertRow(store, suspensions, row)

/** The reports of an entry that was reversed are asked for no more. */
export function dropRectifications(store: WritableStore, entryId: string): void {
  const rows = drizzleOf(store)
    .select({ id: rectifications.rectificationId, version: rectifications.version })
    .from(rectifications)
    .where(and(eq(rectifications.entryId, entryId), ne(rectifications.status, 'dropped')))
    .all()
  for (const { id, version } of rows)
    updateRow(store, rectifications, id, { status: 'dropped', version: version + 1 })
}

/** The suspensions of an entry that was reversed stand no more. */
export function dropSuspensions(
  store: WritableStore,
  entryId: string,
  decision: { readonly decidedAt: Instant; readonly decidedBy: string },
): void {
  const rows = drizzleOf(store)
    .select({ id: suspensions.suspensionId })
    .from(suspensions)
    .where(and(eq(suspensions.entryId, entryId), ne(suspensions.status, 'dropped')))
    .all()
  for (const { id } of rows) updateRow(store, suspensions, id, { status: 'dropped', ...decision })
}
