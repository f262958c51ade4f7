import type { Consequence } from '#shared/domain/codes.ts'
import { formatYuan } from '#shared/domain/money.ts'
import type { Ladder, Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { monthOf } from '#shared/time/business-date.ts'
import { amountOf, capTakes, shareOf } from './amount.ts'
import type { LedgerSoFar } from './ledger-so-far.ts'
import { occasionOf, type Occasion } from './occasion.ts'
import type { AssessedEntry, OccasionItems } from './penalty-facts.ts'

export interface Assessed {
  readonly own: AssessedEntry
  /** Null where there is nothing to share. */
  readonly share: AssessedEntry | null
  /** The amount cannot be told exactly, so that it cannot be approved. */
  readonly tooLarge: boolean
}

/** The manager at that date, as the items of an occasion tell; the first of them where they differ. */
export const managerOf = ({ items }: Pick<OccasionItems, 'items'>): string | null =>
  items.find(({ managerId }) => managerId !== null)?.managerId ?? null

/** A proposal of suspension is lowered when the manager lowered it for every item of the occasion. */
export const isLowered = ({ items }: Pick<OccasionItems, 'items'>): boolean =>
  items.length > 0 && items.every(({ lowered }) => lowered)

/** What follows besides money or points, from the occasions that the ladder names. */
function consequencesOf(
  { reportFromOccasion: report, suspensionFromOccasion: suspension }: Ladder,
  { number }: Occasion,
  lowered: boolean,
): { readonly consequences: Consequence[]; readonly reasons: Reason[] } {
  const consequences: Consequence[] = []
  const reasons: Reason[] = []
  if (report !== null && number >= report) {
    consequences.push('report')
    reasons.push(reason('penalty_report', { from: report }))
  }
  if (suspension !== null && number >= suspension) {
    if (!lowered) consequences.push('suspension')
    reasons.push(reason(lowered ? 'penalty_suspension_lowered' : 'penalty_suspension', { from: suspension }))
  }
  return { consequences, reasons }
}

function amountReason(ladder: Ladder, items: number, amount: { perItem: number; gross: number }): Reason {
  const { unit, factor, firstAmount } = ladder
  if (unit === 'none') return reason('penalty_no_amount', { items })
  const said = (value: number) => (unit === 'money' ? formatYuan(value) : value)
  return reason(unit === 'money' ? 'penalty_money' : 'penalty_points', {
    items,
    perItem: said(amount.perItem),
    gross: said(amount.gross),
    first: said(firstAmount),
    factor,
  })
}

const capReason = (month: string, cap: number | null, charged: number, taken: number): Reason[] =>
  taken > 0
    ? [
        reason('penalty_cap', {
          month,
          cap: formatYuan(cap ?? 0),
          charged: formatYuan(charged),
          taken: formatYuan(taken),
        }),
      ]
    : []

/**
 * … What one occasion takes: its number, the amount of its items, what the cap takes off, what follows
 * besides, and the share of the manager, each with its reasons. The same function previews, approves and recomputes.
 */
export function assessPenalty(
  occasionItems: OccasionItems,
  policy: Policy,
  soFar: LedgerSoFar,
  facts: { readonly managerId: string | null; readonly lowered: boolean },
): Assessed {
  const { staffId, ladder: name, on, items, policyVersion } = occasionItems
  const { monthlyCapFen: cap, managerSharePercent: percent, reset } = policy.penalties
  const ladder = policy.penalties.ladders[name]
  const occasion = occasionOf(soFar.standing(staffId, name), on, policy)
  const exact = amountOf(ladder, occasion.number, items.length)
  const { perItem, gross } = exact ?? { perItem: 0, gross: 0 }
  const month = monthOf(on)
  const charged = soFar.charged(staffId, on)
  const capTaken = ladder.unit === 'money' ? capTakes(cap, charged, gross) : 0
  const { consequences, reasons } = consequencesOf(ladder, occasion, facts.lowered)
  const amount = gross - capTaken
  const counting = {
    occasion: occasion.number,
    ladder: name,
    on,
    dates: occasion.counted.join(', '),
    reset,
    policyVersion,
  }
  const own: AssessedEntry = {
    staffId,
    occasion: occasion.number,
    items: items.length,
    unit: ladder.unit,
    perItem,
    gross,
    capTaken,
    amount,
    consequences,
    reasons: [
      occasion.shared
        ? reason('penalty_occasion_shared', counting)
        : reason(occasion.counted.length > 0 ? 'penalty_occasion' : 'penalty_first_occasion', counting),
      amountReason(ladder, items.length, { perItem, gross }),
      ...capReason(month, cap, charged, capTaken),
      ...reasons,
    ],
  }
  const shared = ladder.unit === 'money' && facts.managerId !== null ? shareOf(amount, percent) : 0
  const bearsBefore = facts.managerId ? soFar.charged(facts.managerId, on) : 0
  const shareCapTaken = capTakes(cap, bearsBefore, shared)
  const share: AssessedEntry | null =
    shared > 0 && facts.managerId !== null
      ? {
          staffId: facts.managerId,
          occasion: occasion.number,
          items: items.length,
          unit: ladder.unit,
          perItem,
          gross: shared,
          capTaken: shareCapTaken,
          amount: shared - shareCapTaken,
          consequences: [],
          reasons: [
            reason('penalty_manager_share', {
              percent,
              amount: formatYuan(amount),
              share: formatYuan(shared),
              policyVersion,
            }),
            ...capReason(month, cap, bearsBefore, shareCapTaken),
          ],
        }
      : null
  return { own, share, tooLarge: exact === null }
}
