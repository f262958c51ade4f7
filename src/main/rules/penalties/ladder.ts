import { ladders, type LadderName, type ViolationKind } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { compareDates, monthOf, type BusinessDate } from '#shared/time/business-date.ts'
import type { OccasionItems, PenaltyItem, PolicyOf } from './penalty-facts.ts'

/** 考核阶梯: the ladder of a kind under a policy; null where nothing follows (R-8.5, 来店未建卡). */
export const ladderOf = (kind: ViolationKind, { penalties }: Policy): LadderName | null =>
  ladders.find((name) => penalties.ladders[name].kinds.includes(kind)) ?? null

/** The span within which occasions are counted, as a name that two dates of one span share. */
export function resetPeriodOf(reset: Policy['penalties']['reset'], on: BusinessDate): string {
  const month = monthOf(on)
  if (reset === 'never') return ''
  if (reset === 'month') return month
  const year = month.slice(0, 4)
  return reset === 'year' ? year : `${year} ${Math.ceil(Number(month.slice(5)) / 3)}`
}

const byId = (a: PenaltyItem, b: PenaltyItem) => (a.violationId < b.violationId ? -1 : 1)

/**
 * An occasion is one date with violations of one person and ladder: puts items together, in the order in which
 * they enter the ledger: by date, person, ladder. Items without a ladder are left out.
 */
export function groupByOccasion(items: readonly PenaltyItem[], policyOf: PolicyOf): OccasionItems[] {
  const groups = new Map<string, OccasionItems & { readonly items: PenaltyItem[] }>()
  for (const item of [...items].sort(byId)) {
    const { staffId, on, policyVersion, kind } = item
    const ladder = ladderOf(kind, policyOf(policyVersion))
    if (!ladder) continue
    const key = `${on} ${staffId} ${ladder}`
    const known = groups.get(key) ?? { staffId, ladder, on, items: [], policyVersion }
    known.items.push(item)
    groups.set(key, { ...known, policyVersion: Math.max(known.policyVersion, policyVersion) })
  }
  return [...groups.values()].sort(
    (a, b) =>
      compareDates(a.on, b.on) ||
      (a.staffId < b.staffId ? -1 : a.staffId > b.staffId ? 1 : 0) ||
      ladders.indexOf(a.ladder) - ladders.indexOf(b.ladder),
  )
}
