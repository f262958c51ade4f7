import { backups } from '#main/commands/backups/backups.ts'
import { duplicates } from '#main/commands/duplicates/duplicates.ts'
import { merges } from '#main/commands/duplicates/merges.ts'
import { forms } from '#main/commands/forms/forms.ts'
import { appointments } from '#main/commands/appointments/appointments.ts'
import { leads } from '#main/commands/leads/leads.ts'
import { figures } from '#main/commands/showroom/figures.ts'
import { rotation } from '#main/commands/rotation/rotation.ts'
import { testDrives } from '#main/commands/showroom/test-drives.ts'
import { arrivals } from '#main/commands/showroom/arrivals.ts'
import { visits } from '#main/commands/showroom/visits.ts'
import { exports } from '#main/commands/exports/exports.ts'
import { audit } from '#main/commands/store/audit.ts'
import { claims } from '#main/commands/ownership/claims.ts'
import { instructions } from '#main/commands/instructions/instructions.ts'
import { leaves } from '#main/commands/leaves/leaves.ts'
import { ownership } from '#main/commands/ownership/ownership.ts'
import { penalties } from '#main/commands/penalties/penalties.ts'
import { reassignments } from '#main/commands/ownership/reassignments.ts'
import { recordings } from '#main/commands/recordings/recordings.ts'
import { updates } from '#main/commands/updates/updates.ts'
import { rectifications } from '#main/commands/penalties/rectifications.ts'
import { suspensions } from '#main/commands/penalties/suspensions.ts'
import { customers } from '#main/commands/customers/customers.ts'
import { followUps } from '#main/commands/follow-ups/follow-ups.ts'
import { imports } from '#main/commands/imports/imports.ts'
import { losses } from '#main/commands/follow-ups/losses.ts'
import { opportunities } from '#main/commands/customers/opportunities.ts'
import { outputs } from '#main/commands/store/outputs.ts'
import { policies } from '#main/commands/policies/policies.ts'
import { privacy } from '#main/commands/privacy/privacy.ts'
import { session } from '#main/commands/store/session.ts'
import { staff } from '#main/commands/store/staff.ts'
import { store } from '#main/commands/store/store.ts'
import { toDo } from '#main/commands/follow-ups/to-do.ts'
import { violations } from '#main/commands/penalties/violations.ts'
import { confirmClock } from '#main/daily/confirm-clock.ts'
import { dailyCheck } from '#main/daily/daily-check.ts'
import { dayRoll } from '#main/daily/day-roll.ts'
import { recompute } from '#main/daily/penalty-check.ts'
import { verifyCall } from './verify/verify-call.ts'
import { publishPolicy } from '#main/daily/publish-policy.ts'
import type { Context, Handlers } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'

/** Every call and who answers it. A missing handler does not compile. */
export const handlers: Handlers = {
  store: { ...store, confirmClock },
  session,
  staff,
  policies: { ...policies, publish: publishPolicy },
  customers,
  opportunities,
  followUps,
  toDo,
  losses,
  imports,
  dayRoll,
  dailyCheck,
  violations,
  penalties: { ...penalties, recompute },
  rectifications,
  suspensions,
  instructions,
  leaves,
  reassignments,
  claims,
  ownership,
  recordings,
  updates,
  audit: { ...audit, verify: verifyCall },
  outputs,
  visits,
  arrivals,
  testDrives,
  rotation,
  leads,
  appointments,
  duplicates,
  merges,
  forms,
  exports,
  figures,
  privacy,
  backups,
}

type AnyHandler = (store: WritableStore, input: unknown, context: Context) => unknown

/**
 * The handler of a path that has a declaration. The one seam where the types of all handlers meet: the caller has
 * parsed the input by the declaration of the same path, and gives queries a store without a transaction.
 */
export function findHandler(path: string): (store: unknown, input: unknown, context: Context) => unknown {
  const [noun = '', verb = ''] = path.split('.')
  const handler = (handlers as unknown as Record<string, Record<string, AnyHandler>>)[noun]?.[verb]
  if (!handler) throw new Error(`no handler for ${path}`)
  return (store, input, context) => handler(store as WritableStore, input, context)
}
