import { audit } from '#main/commands/audit.ts'
import { claims } from '#main/commands/claims.ts'
import { instructions } from '#main/commands/instructions.ts'
import { leaves } from '#main/commands/leaves.ts'
import { ownership } from '#main/commands/ownership.ts'
import { penalties } from '#main/commands/penalties.ts'
import { reassignments } from '#main/commands/reassignments.ts'
import { recordings } from '#main/commands/recordings.ts'
import { rectifications } from '#main/commands/rectifications.ts'
import { suspensions } from '#main/commands/suspensions.ts'
import { customers } from '#main/commands/customers.ts'
import { followUps } from '#main/commands/follow-ups.ts'
import { imports } from '#main/commands/imports.ts'
import { losses } from '#main/commands/losses.ts'
import { opportunities } from '#main/commands/opportunities.ts'
import { outputs } from '#main/commands/outputs.ts'
import { policies } from '#main/commands/policies.ts'
import { session } from '#main/commands/session.ts'
import { staff } from '#main/commands/staff.ts'
import { store } from '#main/commands/store.ts'
import { toDo } from '#main/commands/to-do.ts'
import { violations } from '#main/commands/violations.ts'
import { confirmClock } from '#main/daily/confirm-clock.ts'
import { dailyCheck } from '#main/daily/daily-check.ts'
import { dayRoll } from '#main/daily/day-roll.ts'
import { recompute } from '#main/daily/penalty-check.ts'
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
  audit,
  outputs,
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
