import type { Input, Output } from '#shared/contract/index.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { checkPolicy } from '#shared/policy/check-policy.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listVersions } from '#main/store/read/policies.ts'
import { addPolicy } from '#main/store/write/policies.ts'
import { applyPolicy } from './apply-policy.ts'

/**
 * 发布 A new version, in force from today or a later date. Everything due has been judged under the old one before this
 * call, so a version of today is applied to the open book in the same act; a later one by the roll of its date.
 */
export function publishPolicy(
  store: WritableStore,
  { policy, effectiveFrom, note }: Input<'policies', 'publish'>,
  context: Context,
): Output<'policies', 'publish'> {
  const { today, now, actor, because } = context
  if (effectiveFrom < today) refuseField('effectiveFrom', 'in_past', { today })
  const issues = checkPolicy(policy)
  if (issues.length > 0) refuse('VALIDATION_FAILED', { issues })
  const version = (listVersions(store)[0]?.version ?? 0) + 1
  const said = note?.trim() ? note.trim() : null
  addPolicy(store, {
    version,
    effectiveFrom,
    document: policy,
    publishedAt: now,
    publishedBy: actor.staffId,
    note: said,
  })
  if (said) because(said)
  const movedPlans = effectiveFrom === today ? applyPolicy(store, { version, effectiveFrom }, context) : 0
  return { version, movedPlans }
}
