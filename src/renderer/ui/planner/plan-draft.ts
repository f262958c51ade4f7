import type { Channel } from '#shared/domain/codes.ts'
import type { PlanInput } from '#shared/contract/pieces.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Proposal } from './use-proposal.ts'

/** The next plan while it is being made. Without a date of its own it follows the proposal. */
export interface PlanDraft {
  readonly on: BusinessDate | null
  /** HH:MM makes it an appointment; empty is any time of the day. */
  readonly time: string
  readonly channel: Channel
  readonly purpose: string
}
export const emptyPlan: PlanDraft = { on: null, time: '', channel: 'phone', purpose: '' }

/** The date the plan has at present: the one chosen, else the one proposed. */
export const dateOf = (draft: PlanDraft, proposal: Proposal | undefined): BusinessDate | null =>
  draft.on ?? proposal?.proposed ?? null

/** The plan as the contract takes it; null while there is no date. */
export function planInputOf(draft: PlanDraft, proposal: Proposal | undefined): PlanInput | null {
  const on = dateOf(draft, proposal)
  if (!on) return null
  return {
    on,
    channel: draft.channel,
    purpose: draft.purpose.trim(),
    ...(draft.time ? { time: draft.time } : {}),
  }
}
