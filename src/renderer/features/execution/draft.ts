import { z } from 'zod'
import { channel, lossReason, result, type Channel } from '#shared/domain/codes.ts'
import { businessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { openChannel } from '../../ui/choice/closed-channels.ts'
import type { Card, CardOpportunity, CardPlan } from '../../ui/customer/card.ts'

/** What is entered in the form of a follow-up; kept on this machine until it is saved. */
const draftSchema = z.object({
  result: result.nullable(),
  channel,
  /** S7 The customer made the contact himself. */
  inbound: z.boolean().optional(),
  content: z.string(),
  feedback: z.string(),
  /** Null is today. */
  contactedOn: businessDate.nullable(),
  grade: z.string().nullable(),
  expected: businessDate.nullable(),
  gradeByHand: z.boolean(),
  dateByHand: z.boolean(),
  next: z.enum(['plan', 'keep', 'ordered', 'lost']),
  plan: z.object({ on: businessDate.nullable(), time: z.string(), channel, purpose: z.string() }),
  loss: z.object({ reason: lossReason.nullable(), note: z.string(), competitor: z.string() }),
  /** Empty fields of the customer and the opportunity that were filled in on the way. */
  fields: z.record(z.string(), z.string()),
  /** The opportunity as it was when the form was opened, to be compared where somebody saves first. */
  opened: z.object({
    on: businessDate,
    version: z.number(),
    grade: z.string(),
    expectedPurchaseDate: businessDate.nullable(),
    model: z.string().nullable(),
    remarkText: z.string(),
  }),
})
export type Draft = z.infer<typeof draftSchema>

/**
 * What is planned beside the plan that is executed, and may be kept: nothing that is overdue itself, and not the calls before a
 * visit that is over with it.
 */
export function plansToKeep(
  card: Pick<Card, 'plans'>,
  { opportunityId, appointment }: Pick<CardOpportunity, 'opportunityId' | 'appointment'>,
  plan: CardPlan | undefined,
  today: BusinessDate,
): CardPlan[] {
  const isVisit = plan !== undefined && appointment?.planId === plan.planId
  const gone = [plan?.planId, ...(isVisit ? appointment.callPlanIds : [])]
  return card.plans
    .filter((each) => each.opportunityId === opportunityId && each.status === 'open')
    .filter(({ planId, on }) => !gone.includes(planId) && on >= today)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** What the form starts with. What is planned already is kept, unless something else is chosen. */
export function emptyDraft(
  opportunity: CardOpportunity,
  plan: CardPlan | undefined,
  today: BusinessDate,
  keeps = false,
  closed: readonly Channel[] = [],
): Draft {
  const { version, grade, expectedPurchaseDate, model, remarkText } = opportunity
  return {
    result: null,
    channel: openChannel(plan?.channel ?? 'phone', closed),
    content: '',
    feedback: '',
    contactedOn: null,
    grade,
    expected: expectedPurchaseDate,
    gradeByHand: false,
    dateByHand: false,
    next: keeps ? 'keep' : 'plan',
    plan: { on: null, time: '', channel: openChannel('phone', closed), purpose: '' },
    loss: { reason: null, note: '', competitor: '' },
    fields: {},
    opened: { on: today, version, grade, expectedPurchaseDate, model, remarkText },
  }
}

/** Whether somebody named the grade in this form, be it the one it was. */
export const namesGrade = ({ grade, gradeByHand, dateByHand, opened }: Draft): boolean =>
  grade !== null && (gradeByHand || dateByHand || grade !== opened.grade)

/** Whether grade or date were changed here; a pair that stays as it was is not looked at. */
export const changesPair = ({ grade, expected, opened }: Draft): boolean =>
  grade !== opened.grade || expected !== opened.expectedPurchaseDate

export const isLate = ({ contactedOn }: Draft, today: BusinessDate): boolean =>
  contactedOn !== null && contactedOn < today

/**
 * What was kept, read back. A contact typed on an earlier day was made on that day, and a plan for a day
 * that has passed follows the proposal again.
 */
export function readDraft(kept: unknown, today: BusinessDate): Draft | undefined {
  const draft = draftSchema.safeParse(kept).data
  if (!draft) return undefined
  const { opened, plan } = draft
  return {
    ...draft,
    contactedOn: draft.contactedOn ?? (opened.on < today ? opened.on : null),
    plan: { ...plan, on: plan.on && plan.on < today ? null : plan.on },
  }
}
