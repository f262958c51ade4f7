/** Who is one customer with whom: the family of each customer who has one. */
export type Families = ReadonlyMap<string, string>

/** Whoever is chosen takes his linked relatives along. In the order of `all`. */
export const withRelatives = <C extends { readonly customerId: string }>(
  chosen: readonly C[],
  all: readonly C[],
  families: Families,
): C[] => {
  const ids = new Set(chosen.map(({ customerId }) => customerId))
  const taken = new Set(chosen.flatMap(({ customerId }) => families.get(customerId) ?? []))
  return all.filter(({ customerId }) => ids.has(customerId) || taken.has(families.get(customerId) ?? ''))
}

/**
 * One for each family, who is given to somebody for all of it: the one for whom a receiver was chosen by hand, else
 * the first.
 */
export const headsOf = <C extends { readonly customerId: string }>(
  customers: readonly C[],
  families: Families,
  assigned: ReadonlyMap<string, string>,
): C[] => {
  const heads = new Map<string, C>()
  for (const each of customers) {
    const family = families.get(each.customerId) ?? each.customerId
    const head = heads.get(family)
    if (!head || (assigned.has(each.customerId) && !assigned.has(head.customerId))) heads.set(family, each)
  }
  return [...heads.values()]
}

/** What was decided for the heads, for everybody. */
export const givenToAll = (
  customers: readonly { readonly customerId: string }[],
  families: Families,
  given: ReadonlyMap<string, string>,
): Map<string, string> => {
  const byFamily = new Map(
    [...given].map(([customerId, to]) => [families.get(customerId) ?? customerId, to] as const),
  )
  return new Map(
    customers.flatMap(({ customerId }) => {
      const to = byFamily.get(families.get(customerId) ?? customerId)
      return to === undefined ? [] : [[customerId, to] as const]
    }),
  )
}
