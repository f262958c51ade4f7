import type { InstructionStatus } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Instant } from '#shared/time/instant.ts'

/** How far an instruction has come, by the moments that were noted. */
export interface InstructionLoop {
  readonly seenAt: Instant | null
  readonly answeredAt: Instant | null
  readonly closedAt: Instant | null
}

/** 批注: given, seen, answered with what was done, closed by the giver; the last step taken says it. */
export const instructionStatusOf = ({ seenAt, answeredAt, closedAt }: InstructionLoop): InstructionStatus =>
  closedAt !== null ? 'closed' : answeredAt !== null ? 'answered' : seenAt !== null ? 'seen' : 'given'

/** What is closed is answered no more; until then an answer may be put better. */
export const checkInstructionAnswer = (loop: InstructionLoop): readonly Reason[] =>
  loop.closedAt === null ? [] : [reason('instruction_closed')]

/** A loop is closed once, and only when it was answered: a silent one keeps coming back. */
export function checkInstructionClose(loop: InstructionLoop): readonly Reason[] {
  if (loop.closedAt !== null) return [reason('instruction_closed')]
  return loop.answeredAt === null ? [reason('instruction_not_answered')] : []
}

/** An instruction goes to a consultant who can answer: a customer whom nobody works for is reassigned first. */
export const checkInstructionOwner = (
  owner: { readonly role: string; readonly status: string } | undefined,
): readonly Reason[] =>
  owner && owner.role === 'consultant' && owner.status !== 'resigned'
    ? []
    : [reason('instruction_needs_owner', { field: 'customerId' })]
