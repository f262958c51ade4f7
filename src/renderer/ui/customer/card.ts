import type { CallOutput } from '../../api/calls.ts'

/** The card of a customer, as the screens have it. */
export type Card = CallOutput<'customers.get'>
export type CardOpportunity = Card['opportunities'][number]
export type CardFollowUp = Card['followUps'][number]
export type CardPlan = Card['plans'][number]

/** The plan of an opportunity that is still to be executed: its next contact. */
export const openPlanOf = (card: Card, opportunityId: string): CardPlan | undefined =>
  card.plans
    .filter((plan) => plan.opportunityId === opportunityId && plan.status === 'open')
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0]

/** The plan that a manager may allow beyond its limit: the next one that is no call of an appointment. */
export const allowablePlanOf = (card: Card, opportunityId: string): CardPlan | undefined =>
  openPlanOf({ ...card, plans: card.plans.filter(({ isCall }) => !isCall) }, opportunityId)

const weight: Readonly<Record<CardOpportunity['status'], number>> = {
  open: 0,
  lost_waiting: 1,
  ordered: 2,
  delivered: 3,
  lost: 4,
}
/** Those that can be worked on first, the hottest of them first. */
export const opportunitiesInOrder = (card: Card, orderOfGrade: (code: string) => number): CardOpportunity[] =>
  [...card.opportunities].sort(
    (a, b) =>
      weight[a.status] - weight[b.status] ||
      orderOfGrade(a.grade) - orderOfGrade(b.grade) ||
      (a.openedOn < b.openedOn ? 1 : -1),
  )
