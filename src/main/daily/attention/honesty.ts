import { reason } from '#shared/reasons.ts'
import { addDays } from '#shared/time/business-date.ts'
import { makeWorkCalendar } from '#shared/time/store-calendar.ts'
import type { FoundSign } from '#main/rules/honesty/facts.ts'
import { findHonestySigns } from '#main/rules/honesty/honesty-signs.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { inScope } from '#shared/access/can.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import type { Context } from '#main/calls/context.ts'
import { namesOfCustomers, readHonestyFacts } from '#main/store/read/honesty.ts'
import { confirmedLeaves } from '#main/store/read/staff.ts'
import { attentionOf, type AttentionSource } from './source.ts'

const ofEach = <Fact extends { readonly staffId: string }>(facts: readonly Fact[]) => {
  const byStaff = Map.groupBy(facts, ({ staffId }) => staffId)
  return (staffId: string): readonly Fact[] => byStaff.get(staffId) ?? []
}

/** Of a customer who belongs to somebody out of reach, the caller knows no more than that. */
const tellNames = (store: ReadableStore, { scope }: Context, customerIds: readonly string[]): string[] =>
  namesOfCustomers(store, customerIds).map(({ name, ownerId }) =>
    inScope(scope, ownerId) ? name : maskName(name),
  )

/** The names that a sign about several customers mentions, put into its reasons. */
function named(store: ReadableStore, context: Context, { sign, customerIds, reasons }: FoundSign) {
  if (sign !== 'same_text') return [...reasons]
  const customers = tellNames(store, context, customerIds).join('、')
  return reasons.map(({ code, data }) => reason(code, { ...data, customers }))
}

/**
 * 诚信提示 of the date: the consultant finds them in his own check at once, the manager in the check of the date.
 * They rest on what was recorded, so a date that has passed shows the same, but for leaves that were cancelled and
 * customers that were handed on since.
 */
export const honestyAttention: AttentionSource = (store, context, { on, policy }, staff) => {
  const { calendar, store: file } = context
  const changedFrom = addDays(on, -policy.thresholds.changeBeforeOrderDays)
  const facts = readHonestyFacts(
    store,
    staff.map(({ staffId }) => staffId),
    on,
    changedFrom,
  )
  const contacts = ofEach(facts.contacts)
  const leaves = ofEach(facts.leaves)
  const changes = ofEach(facts.changes)
  const visits = ofEach(facts.visits)
  return staff.flatMap((each) => {
    const { staffId, restWeekdays } = each
    const leavesFrom = leaves(staffId).map(({ from }) => from)
    const work = makeWorkCalendar(calendar, {
      restWeekdays,
      // His other leaves matter only where one lies ahead.
      leaves: leavesFrom.length > 0 ? confirmedLeaves(store, staffId, on) : [],
    })
    const day = {
      on,
      contacts: contacts(staffId),
      leavesFrom,
      changes: changes(staffId),
      visits: visits(staffId),
    }
    return findHonestySigns(day, policy, work, file.zone).map((found) =>
      attentionOf(each, {
        kind: 'honesty_sign',
        on,
        customerId: found.customerId,
        customerName: found.customerId ? (tellNames(store, context, [found.customerId])[0] ?? null) : null,
        reasons: named(store, context, found),
      }),
    )
  })
}
