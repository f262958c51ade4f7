import type { Scope } from '#shared/access/can.ts'
import type { OutputOf, contract } from '#shared/contract/index.ts'
import type { PenaltyEntry } from '#shared/contract/penalties.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listLedger, type LedgerTotals, type ListedEntry } from '#main/store/read/penalties.ts'
import { documentOf, getStore } from '#main/store/read/store.ts'

export type MonthSheet = OutputOf<typeof contract.penalties.monthSheet>

/** A line of the ledger with what its ladder was called when it was entered. */
export function tellEntry(store: ReadableStore, row: ListedEntry): PenaltyEntry {
  const { label } = documentOf(store, row.policyVersion).penalties.ladders[row.ladder]
  const { staffRole: _, ...entry } = row
  return { ...entry, label }
}

function totalOfEntries(entries: readonly ListedEntry[]): LedgerTotals {
  const sum = (of: (entry: ListedEntry) => number) => entries.reduce((total, each) => total + of(each), 0)
  const money = entries.filter(({ unit }) => unit === 'money')
  const sumMoney = (of: (entry: ListedEntry) => number) => money.reduce((total, each) => total + of(each), 0)
  const occasionsWith = (consequence: 'report' | 'suspension') =>
    new Set(
      entries
        .filter(
          ({ part, reversedBy, consequences }) =>
            part === 'own' && reversedBy === null && consequences.includes(consequence),
        )
        .map(({ staffId, ladder, on }) => `${staffId} ${ladder} ${on}`),
    ).size
  return {
    money: sumMoney(({ amount }) => amount),
    points: sum(({ unit, amount }) => (unit === 'points' ? amount : 0)),
    capTaken: sumMoney(({ capTaken }) => capTaken),
    managerShares: sumMoney(({ staffId, ofStaffId, amount }) => (staffId === ofStaffId ? 0 : amount)),
    reports: occasionsWith('report'),
    suspensions: occasionsWith('suspension'),
  }
}

/** 考核月表: everybody within reach who has entries dated in a month, and the store. */
export function makeMonthSheet(
  store: ReadableStore,
  scope: Scope,
  { month, staffId }: { readonly month: string; readonly staffId?: string | undefined },
): MonthSheet {
  // Dates compare as text, so that no day of a month lies outside these two.
  const span = { from: `${month}-01` as BusinessDate, until: `${month}-31` as BusinessDate, staffId }
  // Without a limit: a month is one sheet of paper.
  const { rows, totals } = listLedger(store, scope, span, { limit: -1, offset: 0 })
  const people = [...Map.groupBy(rows, (row) => row.staffId).values()].flatMap((entries) => {
    const [first] = entries
    return first
      ? [
          {
            staffId: first.staffId,
            name: first.staffName,
            role: first.staffRole,
            entries: entries.map((entry) => tellEntry(store, entry)),
            totals: totalOfEntries(entries),
          },
        ]
      : []
  })
  return {
    month,
    storeName: getStore(store).name,
    people: people.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    totals,
  }
}
