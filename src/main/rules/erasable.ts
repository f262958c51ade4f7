import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

/** What is still under way around a person who asks to be erased. */
export interface ErasureFacts {
  readonly erasedOn: BusinessDate | null
  readonly openOpportunities: number
  readonly openClaims: number
  readonly openInstructions: number
  readonly openLeads: number
  /** Visits of his that have not ended, or still need their card. */
  readonly openVisits: number
}

/**
 * S7 抹除 What must be settled before a person is erased; nothing when he may be. Chosen: whoever decides that an opportunity is lost,
 * who a claimed customer belongs to, or what an instruction led to, needs to know of whom; and no figure moves because somebody asks
 * to be forgotten.
 */
export function againstErasing(facts: ErasureFacts): Reason[] {
  if (facts.erasedOn !== null) return [reason('customer_erased', { erasedOn: facts.erasedOn })]
  const open = [
    ['erasing_opportunity_open', facts.openOpportunities],
    ['erasing_claim_open', facts.openClaims],
    ['erasing_instruction_open', facts.openInstructions],
    ['erasing_lead_open', facts.openLeads],
    ['erasing_visit_open', facts.openVisits],
  ] as const
  return open.filter(([, count]) => count > 0).map(([code, count]) => reason(code, { count }))
}

/** S7 The reason for which somebody is erased stays for good, so it may not tell who he was. */
export function checkErasureReason(text: string, takeOut: (text: string) => string): Reason[] {
  return takeOut(text) === text ? [] : [reason('erasing_reason_tells', { field: 'reason' })]
}
