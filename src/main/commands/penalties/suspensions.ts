import { can, inScope } from '#shared/access/can.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { checkSuspensionDecision } from '#main/rules/suspension.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { violationsOfOccasion } from '#main/store/read/rectifications.ts'
import { findSuspension, listSuspensions, type ListedSuspension } from '#main/store/read/suspensions.ts'
import { changeSuspension } from '#main/store/write/suspensions.ts'

/** A proposal of the asker's scope; somebody else's is answered as if it were not there. */
function getSuspension(store: ReadableStore, { scope }: Context, suspensionId: string): ListedSuspension {
  const row = findSuspension(store, suspensionId)
  if (!row || !inScope(scope, row.staffId))
    return refuse('NOT_FOUND', { what: 'suspension', id: suspensionId })
  return row
}

/** Suspensions for study 待岗学习: proposed with an occasion, decided by the director. */
export const suspensions: HandlersOf<'suspensions'> = {
  list: (store, input, context) => {
    const page = readPage(input)
    const decides = can(context.actor, 'suspension.decide')
    const { rows, total } = listSuspensions(store, context.scope, input ?? {}, page)
    const told = rows.map((row) => ({
      ...row,
      violations: violationsOfOccasion(store, row),
      abilities: {
        decide: decides.yes && inScope(decides.scope, row.staffId) && row.status === 'proposed',
      },
    }))
    return pageOf(page, told, total)
  },

  decide: (store, { suspensionId, decision, from, until, note }, context) => {
    const { actor, now, today, because } = context
    const { status } = getSuspension(store, context, suspensionId)
    const why = note?.trim() ? note : null
    const wanted = { decision, from: from ?? null, until: until ?? null, note: why }
    const refusals = checkSuspensionDecision(status, wanted, today)
    if (refusals.length > 0) refuseByRule(...refusals)
    if (why) because(why)
    const decided = { decidedAt: now, decidedBy: actor.staffId, note: why }
    changeSuspension(
      store,
      suspensionId,
      decision === 'lower'
        ? { ...decided, status: 'lowered' }
        : { ...decided, status: 'decided', fromOn: wanted.from, untilOn: wanted.until },
    )
    return null
  },
}
