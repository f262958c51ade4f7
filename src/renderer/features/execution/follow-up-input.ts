import type { NextInput } from '#shared/contract/pieces.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { CallInput } from '../../api/calls.ts'
import { customerInputOf, opportunityInputOf } from '../../ui/fields/field-values.ts'
import { planInputOf } from '../../ui/planner/plan-draft.ts'
import type { Proposal } from '../../ui/planner/use-proposal.ts'
import { changesPair, namesGrade, type Draft } from './draft.ts'

export type FollowUpInput = CallInput<'followUps.execute'>
/** What the page itself finds wrong before it asks, by field. */
export type OwnProblem = 'result' | 'next.reason' | 'next.on' | 'opportunity.grade'

interface Subject {
  readonly planId: string | null
  readonly opportunityId: string
}

const orNothing = (text: string) => (text.trim() === '' ? undefined : text.trim())

function nextOf({ next, plan, loss }: Draft, proposal: Proposal | undefined): NextInput | OwnProblem {
  if (next === 'ordered' || next === 'keep') return { kind: next }
  if (next === 'lost') {
    if (!loss.reason) return 'next.reason'
    return {
      kind: 'lost',
      reason: loss.reason,
      note: orNothing(loss.note),
      ...(loss.reason === 'competitor' ? { competitor: orNothing(loss.competitor) } : {}),
    }
  }
  const made = planInputOf(plan, proposal)
  return made ? { kind: 'plan', ...made } : 'next.on'
}

/** The draft as the contract takes it, or what is still missing. */
export function followUpInputOf(
  draft: Draft,
  subject: Subject,
  proposal: Proposal | undefined,
  today: BusinessDate,
): { readonly input: FollowUpInput } | { readonly problems: readonly OwnProblem[] } {
  const next = nextOf(draft, proposal)
  const { result } = draft
  // The formal grade is named in the very contact, also where it is the one there was.
  const isFormal = result === 'reached' && proposal?.formalGradeAt != null
  const unnamed = isFormal && !namesGrade(draft)
  if (!result || typeof next === 'string' || unnamed) {
    return {
      problems: [
        ...(result ? [] : ['result' as const]),
        ...(unnamed ? ['opportunity.grade' as const] : []),
        ...(typeof next === 'string' ? [next] : []),
      ],
    }
  }
  const pair = changesPair(draft)
    ? {
        ...(draft.grade && draft.grade !== draft.opened.grade ? { grade: draft.grade } : {}),
        ...(draft.expected && draft.expected !== draft.opened.expectedPurchaseDate
          ? { expectedPurchaseDate: draft.expected }
          : {}),
      }
    : {}
  const customer = customerInputOf(draft.fields)
  const opportunity = {
    ...opportunityInputOf(draft.fields),
    ...(isFormal && draft.grade ? { grade: draft.grade } : {}),
    ...pair,
  }
  return {
    input: {
      opportunityId: subject.opportunityId,
      ...(subject.planId ? { planId: subject.planId } : {}),
      result,
      channel: draft.channel,
      ...(draft.inbound ? { inbound: true } : {}),
      content: draft.content.trim(),
      ...(orNothing(draft.feedback) ? { feedback: draft.feedback.trim() } : {}),
      ...(draft.contactedOn && draft.contactedOn !== today ? { contactedOn: draft.contactedOn } : {}),
      ...(Object.keys(customer).length > 0 ? { customer } : {}),
      ...(Object.keys(opportunity).length > 0 ? { opportunity } : {}),
      next,
      opportunityVersion: draft.opened.version,
    },
  }
}
