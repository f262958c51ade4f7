import type { CardEntry } from '#shared/contract/forms-card.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

/** What the back of a card is made of: rows of one customer. */
export interface CardFacts {
  readonly models: ReadonlyMap<string, string | null>
  readonly plans: readonly (NonNullable<CardEntry['plan']> & {
    readonly opportunityId: string
    readonly staffName: string | null
    readonly followUpId: string | null
    readonly endedOn: BusinessDate | null
  })[]
  readonly contacts: readonly (NonNullable<CardEntry['contact']> & {
    readonly opportunityId: string
    readonly staffName: string | null
    readonly gradeBefore: string | null
    readonly gradeAfter: string | null
  })[]
  readonly changes: readonly {
    readonly on: BusinessDate
    readonly opportunityId: string
    readonly staffName: string | null
    readonly gradeBefore: string
    readonly gradeAfter: string
  }[]
}

/**
 * The back of the customer card 客户管理卡（反面）: each contact beside the plan that it fulfilled, plans that none
 * fulfilled, and changes of grade without a contact, in the order of dates. A plan that was dropped before its day is left out:
 * another one took its place.
 */
export function cardBack({ models, plans, contacts, changes }: CardFacts): CardEntry[] {
  const modelOf = (opportunityId: string) => models.get(opportunityId) ?? null
  const fulfilled = new Map(
    plans.flatMap((plan) => (plan.followUpId === null ? [] : [[plan.followUpId, plan] as const])),
  )
  const ofContacts = contacts.map(
    ({ opportunityId, staffName, gradeBefore, gradeAfter, ...contact }): CardEntry => {
      const plan = fulfilled.get(contact.followUpId)
      return {
        on: contact.on,
        opportunityId,
        model: modelOf(opportunityId),
        plan: plan ? bare(plan) : null,
        contact,
        staffName,
        gradeBefore,
        gradeAfter,
      }
    },
  )
  const drawn = new Set(contacts.map(({ followUpId }) => followUpId))
  const ofPlans = plans
    .filter(({ followUpId }) => followUpId === null || !drawn.has(followUpId))
    .filter(({ status, endedOn, on }) => status !== 'dropped' || endedOn === null || endedOn >= on)
    .map((plan): CardEntry => ({
      on: plan.on,
      opportunityId: plan.opportunityId,
      model: modelOf(plan.opportunityId),
      plan: bare(plan),
      contact: null,
      staffName: plan.staffName,
      gradeBefore: null,
      gradeAfter: null,
    }))
  const ofChanges = changes
    .filter(({ gradeBefore, gradeAfter }) => gradeBefore !== gradeAfter)
    .map((change): CardEntry => ({
      ...change,
      model: modelOf(change.opportunityId),
      plan: null,
      contact: null,
    }))
  return [...ofContacts, ...ofChanges, ...ofPlans].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
}

const bare = ({
  planId,
  on,
  time,
  channel,
  purpose,
  status,
}: CardFacts['plans'][number]): NonNullable<CardEntry['plan']> => ({
  planId,
  on,
  time,
  channel,
  purpose,
  status,
})
