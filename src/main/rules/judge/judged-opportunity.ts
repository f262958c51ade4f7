import type { OpportunityStatus, ViolationKind } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { Reason } from '#shared/reasons.ts'
import { latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import { limitOf, type Cadence } from '../follow-up-limit.ts'

/** What the day roll looks at: one opportunity as it stands at the end of the day before the roll. */
export type JudgedOpportunity = Cadence & {
  readonly opportunityId: string
  readonly customerId: string
  readonly ownerId: string
  readonly status: OpportunityStatus
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly plan: {
    readonly planId: string
    readonly dueOn: BusinessDate
    /** A manager allowed this plan beyond its limit, or a confirmed leave postponed it. */
    readonly allowedBeyondLimit: boolean
    /** The date of the transfer by which it fell due anew for the present owner. */
    readonly dueAnewOn?: BusinessDate | null
  } | null
  /** The date since which an open opportunity has no plan; null while it has one. */
  readonly planMissingSince: BusinessDate | null
  /** The date of intake, import or transfer: the owner answers for nothing that fell due before it. */
  readonly answerableFrom: BusinessDate
  /** Confirmed leaves, first one first: what falls due from the first day of one on is due when it is over. */
  readonly shields?: readonly Shield[]
  /** A loss that waited and was refused: what fell due meanwhile is due on the date it reopened for. */
  readonly reopened?: Shield | null
  /** The limit as it is kept: later than the cadence says after a refused loss or a change of the policy. */
  readonly limitOn?: BusinessDate | null
}

/** Days on which nothing falls due: a date from `from` on and before `until` counts as `until`. */
export type Shield = { readonly from: BusinessDate; readonly until: BusinessDate }

/** A violation 违规 to be raised, under an identity that makes it unique. */
export type RaisedViolation = {
  readonly kind: ViolationKind
  readonly identity: string
  /** The first open date on which the fault stands. */
  readonly on: BusinessDate
  readonly staffId: string
  readonly opportunityId: string
  readonly customerId: string
  readonly planId: string | null
  /** The anchor of the episode. */
  readonly anchorOn: BusinessDate
  readonly reasons: readonly Reason[]
}

/** What has been raised before, asked by identity and by episode. */
export type AlreadyRaised = {
  readonly has: (identity: string) => boolean
  /** Whether an overdue_follow_up of the opportunity exists for this anchor, whatever became of it. */
  readonly overdueInEpisode: (opportunityId: string, anchorOn: BusinessDate) => boolean
}

export type JudgeInput = {
  readonly facts: JudgedOpportunity
  readonly policy: Policy
  readonly calendar: StoreCalendar
  /** The open date whose roll this is: it judges as of the end of the day before, and dates what it raises. */
  readonly on: BusinessDate
}

const after = (dueOn: BusinessDate, shield: Shield | null | undefined): BusinessDate =>
  shield && shield.from <= dueOn && dueOn < shield.until ? shield.until : dueOn

/** A date that fell due while a loss waited counts as the date for which the opportunity reopened. */
export const afterReopening = (dueOn: BusinessDate, { reopened }: JudgedOpportunity): BusinessDate =>
  after(dueOn, reopened)

/** A date within the shield of a leave counts as its end. */
export const shielded = (dueOn: BusinessDate, facts: JudgedOpportunity): BusinessDate =>
  (facts.shields ?? []).reduce(after, afterReopening(dueOn, facts))

/** Whether a due date has passed unfulfilled before the roll, and counts against the owner. */
export const hasFallenDue = (dueOn: BusinessDate, { facts, calendar, on }: JudgeInput): boolean =>
  dueOn >= facts.answerableFrom && calendar.nextOpen(dueOn) < on

/** A plan that fell due anew before its limit: the new owner's first working day may come after it. */
const fellDueAnewBefore = (limit: BusinessDate, plan: JudgedOpportunity['plan']): boolean =>
  typeof plan?.dueAnewOn === 'string' && plan.dueAnewOn <= limit

/** The limit a breach is judged by: a permission, a leave and a transfer reach further. */
export const judgedLimit = (facts: JudgedOpportunity, policy: Policy): BusinessDate => {
  const { plan } = facts
  const set = facts.limitOn ?? limitOf(facts, policy).limit
  const reachesFurther = plan !== null && (plan.allowedBeyondLimit || fellDueAnewBefore(set, plan))
  return shielded(reachesFurther ? latest(set, plan.dueOn) : set, facts)
}

/** Builds the violation of an opportunity, dated with the roll: the first open date on which its fault stands. */
export const raise = (
  { facts, on }: JudgeInput,
  found: Pick<RaisedViolation, 'kind' | 'identity' | 'reasons'>,
): RaisedViolation => ({
  ...found,
  on,
  staffId: facts.ownerId,
  opportunityId: facts.opportunityId,
  customerId: facts.customerId,
  planId: facts.plan?.planId ?? null,
  anchorOn: facts.anchorOn,
})
