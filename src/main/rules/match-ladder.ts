import type { Agreement } from '#shared/contract/duplicates.ts'
import type { DuplicateLevel } from '#shared/domain/codes.ts'

/** What of a record is compared. Texts are as the store keeps them; `null` or blank agrees with nothing. */
export interface Comparable {
  readonly phones: readonly (string | null)[]
  readonly plate: string | null
  /** The sound of the name without tones. */
  readonly pinyin: string | null
  readonly area: string | null
  /** Models of open opportunities. */
  readonly models: readonly (string | null)[]
  readonly familyId: string | null
}

export interface Likeness {
  readonly level: DuplicateLevel
  readonly agrees: readonly Agreement[]
}

const plain = (text: string | null): string => text?.trim() ?? ''
const same = (one: string | null, other: string | null): boolean =>
  plain(one) !== '' && plain(one) === plain(other)
const meet = (some: readonly (string | null)[], others: readonly (string | null)[]): boolean =>
  some.some((one) => others.some((other) => same(one, other)))

/**
 * R-3.4a 查重: how alike two records are, by the strongest rung they reach: the same phone, the same plate, the same sound of
 * the name with the same area or model. A name alone says nothing. Linked relatives are two people who are known to
 * share things: they are told as such and are no suspicion.
 */
export function likenessOf(one: Comparable, other: Comparable): Likeness | undefined {
  const family = one.familyId !== null && one.familyId === other.familyId
  const found: readonly (readonly [Agreement, boolean])[] = [
    ['phone', meet(one.phones, other.phones)],
    ['plate', same(one.plate, other.plate)],
    ['name', same(one.pinyin, other.pinyin)],
    ['area', same(one.area, other.area)],
    ['model', meet(one.models, other.models)],
    ['family', family],
  ]
  const agrees = found.flatMap(([what, yes]) => (yes ? [what] : []))
  const has = (what: Agreement) => agrees.includes(what)
  const rung: DuplicateLevel | undefined = has('phone')
    ? 'phone'
    : has('plate')
      ? 'plate'
      : has('name') && (has('area') || has('model'))
        ? 'name'
        : undefined
  if (rung === undefined) return undefined
  return { level: family ? 'relative' : rung, agrees }
}
