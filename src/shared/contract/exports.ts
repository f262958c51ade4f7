import { z } from 'zod'
import { command } from './declare.ts'
import { note } from './pieces.ts'

/** Every list that can leave the program as a file, and the query behind it (S5, R-13.3). */
export const listQueries = {
  customers: 'customers.search',
  to_do: 'toDo.list',
  losses: 'losses.list',
  violations: 'violations.list',
  penalties: 'penalties.ledger',
  rectifications: 'rectifications.list',
  suspensions: 'suspensions.list',
  leaves: 'leaves.list',
  instructions: 'instructions.list',
  recordings: 'recordings.list',
  claims: 'claims.list',
  thin_ice: 'ownership.thinIce',
  reassignments: 'reassignments.list',
  audit: 'audit.list',
  visits: 'visits.list',
  rotation: 'rotation.history',
  appointments: 'appointments.list',
  leads: 'leads.list',
  duplicates: 'duplicates.list',
  merges: 'merges.list',
} as const
export type ExportedList = keyof typeof listQueries
export const exportedLists = Object.keys(listQueries) as [ExportedList, ...ExportedList[]]
/** 名单: a list by its name. */
export const exportedList = z.enum(exportedLists)

/** Fewest characters of the reason for which a list leaves the program. */
const shortestReason = 2

export const exports = {
  /**
   * Saves a list as a workbook (.xlsx) or as text (.csv) at a path that the desktop asked for: what the asker's own query answers, page by page, so
   * that rights and masks are those of the screen. The file says who took it, when, why, how many rows; so does the trail (R-13.3, S5).
   * `filter` is what that query takes, without its page. Refuses with FILE_REFUSED for another ending or a place that cannot be written.
   */
  list: command({
    access: 'list.export',
    confirms: true,
    input: z.strictObject({
      list: exportedList,
      filter: z.record(z.string().max(60), z.union([z.string().max(200), z.boolean(), z.null()])).optional(),
      path: z.string().min(1).max(2000),
      reason: note.min(shortestReason),
    }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
}
