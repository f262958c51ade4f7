import { customerFields, opportunityFields, type FieldLevel, type Policy } from '#shared/policy/policy.ts'

const shownFirst = [
  'name',
  'gender',
  'mobile',
  'birthday',
  'area',
  'source',
  'customerType',
  'model',
  'expectedPurchaseDate',
  'grade',
  'purchaseType',
] as const
type ShownFirst = (typeof shownFirst)[number]

type Field = (typeof customerFields)[number] | (typeof opportunityFields)[number]
export interface FoldedField {
  readonly form: 'customer' | 'opportunity'
  readonly field: Exclude<Field, ShownFirst>
  readonly level: FieldLevel
}

const isFolded = (field: Field): field is FoldedField['field'] =>
  !(shownFirst as readonly string[]).includes(field)
const order: Readonly<Record<FieldLevel, number>> = { required: 0, important: 1, optional: 2 }

/** Everything that is not asked at once, what the policy cares for first. */
export function foldedFields(policy: Policy): FoldedField[] {
  const of = (form: FoldedField['form'], fields: readonly Field[]): FoldedField[] => {
    const levels: Readonly<Partial<Record<Field, FieldLevel>>> = policy.fieldLevels[form]
    return fields.filter(isFolded).map((field) => ({ form, field, level: levels[field] ?? 'optional' }))
  }
  return [...of('customer', customerFields), ...of('opportunity', opportunityFields)].sort(
    (a, b) => order[a.level] - order[b.level],
  )
}
