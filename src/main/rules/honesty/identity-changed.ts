import type { Thresholds } from '#shared/policy/policy.ts'
import { reason } from '#shared/reasons.ts'
import { daysBetween } from '#shared/time/business-date.ts'
import type { FoundSign, IdentityChange } from './facts.ts'

const codes = {
  name: 'honesty_name_changed_before_order',
  mobile: 'honesty_mobile_changed_before_order',
} as const

/**
 * 订购前改了姓名或电话: staff changed the name or phone of a customer on the day of his order or at most
 * `changeBeforeOrderDays` before it. Several changes of one field are one sign, from what it was to what it became;
 * what was changed back, or after the order was recorded, says nothing. Dated with the order.
 */
export function findIdentityChanges(
  changes: readonly IdentityChange[],
  { changeBeforeOrderDays }: Pick<Thresholds, 'changeBeforeOrderDays'>,
): FoundSign[] {
  const near = changes.filter(({ changedOn, changedAt, orderedOn, orderedAt }) => {
    const days = daysBetween(changedOn, orderedOn)
    return days >= 0 && days <= changeBeforeOrderDays && (orderedAt === null || changedAt <= orderedAt)
  })
  const byField = Map.groupBy(near, ({ customerId, field }) => `${customerId} ${field}`)
  return [...byField.values()].flatMap((row): FoundSign[] => {
    const [first] = row
    const last = row.at(-1)
    if (!first || !last || first.before === last.after) return []
    const { customerId, field, changedOn, changedBy, orderedOn } = last
    return [
      {
        sign: 'identity_changed_before_order',
        customerId,
        customerIds: [customerId],
        reasons: [
          reason(codes[field], {
            changedOn,
            by: changedBy,
            before: first.before,
            after: last.after,
            orderedOn,
          }),
        ],
      },
    ]
  })
}
