import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Card, CardFollowUp, CardOpportunity, CardPlan } from './card.ts'

/** One line of what happened with a customer, or will. */
export type Entry = {
  readonly key: string
  readonly on: BusinessDate
  readonly opportunityId: string | null
} & (
  | { readonly kind: 'plan'; readonly plan: CardPlan }
  | { readonly kind: 'followUp'; readonly followUp: CardFollowUp }
  | { readonly kind: 'change'; readonly change: Card['changes'][number] }
  | { readonly kind: 'owner'; readonly owner: Card['owners'][number] }
  | { readonly kind: 'opened' | 'ordered' | 'delivered'; readonly opportunity: CardOpportunity }
  | { readonly kind: 'instruction'; readonly instruction: Card['instructions'][number] }
  | { readonly kind: 'loss'; readonly loss: NonNullable<CardOpportunity['loss']> }
)

/** On one day the later part of the day comes first. */
const rank: Readonly<Record<Entry['kind'], number>> = {
  plan: 0,
  instruction: 1,
  delivered: 2,
  loss: 3,
  ordered: 4,
  change: 5,
  followUp: 6,
  opened: 7,
  owner: 8,
}
const momentOf = (entry: Entry): number =>
  entry.kind === 'followUp'
    ? entry.followUp.recordedAt
    : entry.kind === 'change'
      ? entry.change.changedAt
      : entry.kind === 'instruction'
        ? entry.instruction.givenAt
        : 0

function ofOpportunity(opportunity: CardOpportunity): Entry[] {
  const { opportunityId, openedOn, orderedOn, deliveredOn, loss } = opportunity
  const at = (kind: 'opened' | 'ordered' | 'delivered', on: BusinessDate | null): Entry[] =>
    on ? [{ kind, on, opportunity, opportunityId, key: `${kind} ${opportunityId}` }] : []
  return [
    ...at('opened', openedOn),
    ...at('ordered', orderedOn),
    ...at('delivered', deliveredOn),
    ...(loss
      ? [{ kind: 'loss' as const, on: loss.appliedOn, loss, opportunityId, key: `loss ${opportunityId}` }]
      : []),
  ]
}

/** Everything of a customer, newest first: the plans ahead, then what happened. */
export function timeLineOf(card: Card): Entry[] {
  const entries: Entry[] = [
    ...card.plans
      .filter(({ status }) => status === 'open')
      .map((plan) => ({
        kind: 'plan' as const,
        on: plan.on,
        plan,
        opportunityId: plan.opportunityId,
        key: plan.planId,
      })),
    ...card.followUps.map((followUp) => ({
      kind: 'followUp' as const,
      on: followUp.contactedOn,
      followUp,
      opportunityId: followUp.opportunityId,
      key: followUp.followUpId,
    })),
    ...card.changes.map((change) => ({
      kind: 'change' as const,
      on: change.changedOn,
      change,
      opportunityId: change.opportunityId,
      key: change.changeId,
    })),
    ...card.instructions.map((instruction) => ({
      kind: 'instruction' as const,
      on: instruction.givenOn,
      instruction,
      opportunityId: null,
      key: instruction.instructionId,
    })),
    ...card.owners.map((owner) => ({
      kind: 'owner' as const,
      on: owner.fromOn,
      owner,
      opportunityId: null,
      key: ['owner', owner.ownerId, owner.fromOn, ...(owner.mergedFrom ? [owner.mergedFrom] : [])].join(' '),
    })),
    ...card.opportunities.flatMap(ofOpportunity),
  ]
  // A plan whose date has passed is still ahead of the person who has to do it.
  const isAhead = (entry: Entry) => Number(entry.kind === 'plan')
  return entries.sort(
    (a, b) =>
      isAhead(b) - isAhead(a) ||
      (a.on === b.on ? rank[a.kind] - rank[b.kind] || momentOf(b) - momentOf(a) : a.on < b.on ? 1 : -1),
  )
}
