import { compareGrades } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'

/** A customer to be given to somebody, with his grade; null where no opportunity of his is open. */
export type CustomerToSpread = { readonly customerId: string; readonly grade: string | null }

/** Somebody who receives, and how many customers of each grade he holds already. */
export type Receiver = {
  readonly staffId: string
  readonly held: readonly { readonly grade: string | null; readonly customers: number }[]
}

export type Spread = {
  readonly way: 'one' | 'evenByGrade'
  /** Chosen one by one; these win over the way. */
  readonly assignments: ReadonlyMap<string, string>
}

const byHottest = (policy: Policy) => (a: string | null, b: string | null) => {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareGrades(policy, a, b) || (a < b ? -1 : Number(a > b))
}

type Load = { readonly staffId: string; readonly byGrade: Map<string | null, number>; total: number }

const loadOf = ({ staffId, held }: Receiver): Load => ({
  staffId,
  byGrade: new Map(held.map(({ grade, customers }) => [grade, customers])),
  total: held.reduce((sum, { customers }) => sum + customers, 0),
})

const give = (load: Load | undefined, grade: string | null): void => {
  if (!load) return
  load.byGrade.set(grade, (load.byGrade.get(grade) ?? 0) + 1)
  load.total += 1
}

/** Of several receivers the one with fewest customers of a grade, then of all; ids decide between equals. */
const lightest = (loads: readonly Load[], grade: string | null): Load | undefined => {
  let best: Load | undefined
  for (const load of loads) {
    const more = best ? (load.byGrade.get(grade) ?? 0) - (best.byGrade.get(grade) ?? 0) : -1
    const moreInAll = best ? load.total - best.total : -1
    const first = best ? load.staffId < best.staffId : true
    if (more < 0 || (more === 0 && (moreInAll < 0 || (moreInAll === 0 && first)))) best = load
  }
  return best
}

/**
 * 按意向等级平均分配: who gets whom. What was chosen one by one stands. Of the rest, `one` gives all to the first
 * receiver; `evenByGrade` gives each customer, grade after grade from the hottest, to whoever then holds fewest of that
 * grade, so that what the receivers hold of each grade comes out as even as what they held before allows. A customer for
 * whom there is nobody is not in the answer. The order of customers and receivers given does not matter, but for the
 * first receiver of `one`.
 */
export const spreadCustomers = (
  customers: readonly CustomerToSpread[],
  receivers: readonly Receiver[],
  { way, assignments }: Spread,
  policy: Policy,
): ReadonlyMap<string, string> => {
  const given = new Map<string, string>()
  const loads = receivers.map(loadOf)
  const loadById = new Map(loads.map((load) => [load.staffId, load]))
  for (const { customerId, grade } of customers) {
    const to = assignments.get(customerId)
    if (to === undefined) continue
    given.set(customerId, to)
    give(loadById.get(to), grade)
  }
  const [first] = receivers
  const inOrder = byHottest(policy)
  const rest = customers
    .filter(({ customerId }) => !given.has(customerId))
    .sort((a, b) => inOrder(a.grade, b.grade) || (a.customerId < b.customerId ? -1 : 1))
  for (const { customerId, grade } of rest) {
    const to = way === 'one' ? first?.staffId : lightest(loads, grade)?.staffId
    if (to === undefined) continue
    given.set(customerId, to)
    give(loadById.get(to), grade)
  }
  return given
}
