import type { LadderName, ViolationStatus } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { earliest, type BusinessDate } from '#shared/time/business-date.ts'

/** A violation that may keep a later date waiting. */
export interface UndecidedViolation {
  readonly violationId: string
  readonly staffId: string
  readonly ladder: LadderName | null
  readonly on: BusinessDate
  readonly status: ViolationStatus
  /** It was confirmed when the person objected. */
  readonly confirmedBefore: boolean
}

/** Confirmed and not yet approved; an objection to what was confirmed keeps its date waiting as well. */
export const isConfirmed = ({
  status,
  confirmedBefore,
}: Pick<UndecidedViolation, 'status' | 'confirmedBefore'>): boolean =>
  status === 'confirmed' || (status === 'objected' && confirmedBefore)

/**
 * Approval goes by date: an occasion waits while an earlier confirmed date of the same ladder and person is
 * neither approved nor waived, unless it is approved in the same act. Names the earliest of them.
 */
export function whatWaitsBefore(
  occasion: { readonly staffId: string; readonly ladder: LadderName; readonly on: BusinessDate },
  staffName: string,
  undecided: readonly UndecidedViolation[],
  requested: ReadonlySet<string>,
): Reason[] {
  const { staffId, ladder, on } = occasion
  const [first, ...rest] = undecided
    .filter(
      (each) =>
        each.staffId === staffId &&
        each.ladder === ladder &&
        each.on < on &&
        isConfirmed(each) &&
        !requested.has(each.violationId),
    )
    .map((each) => each.on)
  return first === undefined
    ? []
    : [
        reason('penalty_earlier_date_waits', {
          field: 'violationIds',
          staff: staffName,
          ladder,
          on,
          earlier: earliest(first, ...rest),
        }),
      ]
}
