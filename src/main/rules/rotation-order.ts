/** The order of a desk, the next one first. Every change of it keeps each exactly once. */
export type Order = readonly string[]

/** He has had his turn, or comes back after clearing: he goes to the end. */
export const toEnd = (order: Order, staffId: string): Order =>
  order.includes(staffId) ? [...order.filter((each) => each !== staffId), staffId] : order

/**
 * A turn is given back: he stands again before the first of those who stood behind him when he took it, and who still
 * stand in the order as it is now. Where none is left, he stays where he is.
 */
export const giveBack = (order: Order, whenTaken: Order, staffId: string): Order => {
  const place = whenTaken.indexOf(staffId)
  if (place < 0 || !order.includes(staffId)) return order
  const behind = new Set(whenTaken.slice(place + 1))
  const others = order.filter((each) => each !== staffId)
  const at = others.findIndex((each) => behind.has(each))
  return at < 0 ? order : [...others.slice(0, at), staffId, ...others.slice(at)]
}

/** Who stands in the order: those of the desk by their rank; whoever is new comes last, by name and then by id. */
export const orderOf = (
  ranks: ReadonlyMap<string, number>,
  onDesk: readonly { readonly staffId: string; readonly name: string }[],
): Order => {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...onDesk]
    .sort((a, b) => {
      const byRank = (ranks.get(a.staffId) ?? Infinity) - (ranks.get(b.staffId) ?? Infinity)
      // Two without a rank differ by NaN.
      return byRank || text(a.name, b.name) || text(a.staffId, b.staffId)
    })
    .map(({ staffId }) => staffId)
}

/** A new order names everybody of the old one, each once. */
export const isSamePeople = (before: Order, after: Order): boolean =>
  before.length === after.length &&
  new Set(after).size === after.length &&
  after.every((each) => before.includes(each))
