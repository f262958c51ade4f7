/** Two customers who are linked as close relatives. */
export type Link = { readonly customerId: string; readonly relativeId: string }

/**
 * 直系亲属: linked relatives are one customer for ownership, and so are theirs. The families that a number of links
 * makes of these customers, each with its members in the order given; who has no link is a family of his own.
 */
export const familiesOf = (customerIds: readonly string[], links: readonly Link[]): string[][] => {
  const place = new Map(customerIds.map((id) => [id, [id]]))
  for (const { customerId, relativeId } of links) {
    const [one, other] = [place.get(customerId), place.get(relativeId)]
    if (!one || !other || one === other) continue
    const joined = customerIds.filter((id) => one.includes(id) || other.includes(id))
    for (const id of joined) place.set(id, joined)
  }
  return [...new Set(place.values())]
}
