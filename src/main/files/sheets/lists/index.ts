import type { ExportedList } from '#shared/contract/exports.ts'
import { appointments } from './appointments.ts'
import { audit } from './audit.ts'
import { claims } from './claims.ts'
import { customers } from './customers.ts'
import { duplicates, merges } from './duplicates.ts'
import { instructions } from './instructions.ts'
import { leads } from './leads.ts'
import { leaves } from './leaves.ts'
import type { ListSheet } from './list-sheet.ts'
import { losses } from './losses.ts'
import { penalties } from './penalties.ts'
import { reassignments } from './reassignments.ts'
import { recordings } from './recordings.ts'
import { rectifications, suspensions } from './rectifications.ts'
import { rotation } from './rotation.ts'
import { thinIce } from './thin-ice.ts'
import { toDo } from './to-do.ts'
import { violations } from './violations.ts'
import { visits } from './visits.ts'

/** Every list as a table. */
export const listSheets: { readonly [L in ExportedList]: ListSheet<L> } = {
  customers,
  to_do: toDo,
  losses,
  violations,
  penalties,
  rectifications,
  suspensions,
  leaves,
  instructions,
  recordings,
  claims,
  thin_ice: thinIce,
  reassignments,
  audit,
  visits,
  rotation,
  appointments,
  leads,
  duplicates,
  merges,
}
