import type { CustomerInput, OpportunityInput } from '#shared/contract/pieces.ts'
import { readYuan, yuanText } from '#shared/domain/money.ts'
import {
  customerFields,
  opportunityFields,
  unknownBirthday,
  type CustomerField,
  type Policy,
  type OpportunityField,
} from '#shared/policy/policy.ts'

/** What a form holds while it is filled: texts, empty where nothing was entered. */
export type FieldValues = Readonly<Partial<Record<CustomerField | OpportunityField, string>>>
export type AnyField = CustomerField | OpportunityField

const isCustomerField = (field: string): field is CustomerField =>
  (customerFields as readonly string[]).includes(field)
const isOpportunityField = (field: string): field is OpportunityField =>
  (opportunityFields as readonly string[]).includes(field)

/** The fields of a customer that were entered, trimmed, as the contract takes them. */
export function customerInputOf(values: FieldValues, keepEmpty = false): CustomerInput {
  return pick(values, isCustomerField, keepEmpty)
}
/** The same for an opportunity. An amount that cannot be read goes as it was typed, and is refused by its name. */
export function opportunityInputOf(values: FieldValues, keepEmpty = false): OpportunityInput {
  const { quotationFen, ...plain } = pick(values, isOpportunityField, keepEmpty)
  if (quotationFen === undefined) return plain
  return { ...plain, quotationFen: readYuan(quotationFen) ?? (quotationFen as '') }
}
/** What a form shows of a value that the store keeps: amounts in yuan, everything else as it is. */
export const typedValue = (field: string, value: unknown): string => {
  if (field === 'quotationFen') return typeof value === 'number' ? yuanText(value) : ''
  return typeof value === 'string' ? value : ''
}
function pick(
  values: FieldValues,
  wanted: (field: string) => boolean,
  keepEmpty: boolean,
): Record<string, string> {
  const entries = Object.entries(values)
    .filter(([field]) => wanted(field))
    .map(([field, value]) => [field, value.trim()] as const)
  return Object.fromEntries(entries.filter(([, value]) => keepEmpty || value !== ''))
}

export interface MissingField {
  readonly form: 'customer' | 'opportunity'
  readonly field: AnyField
  readonly level: 'required' | 'important'
}

const isEmpty = (field: string, value: unknown) =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (field === 'birthday' && value === unknownBirthday)

/** Required and important fields that are empty, the required first, so that a form can ask for all at once. */
export function missingFields(
  policy: Policy,
  known: { readonly customer?: object; readonly opportunity?: object },
): MissingField[] {
  const of = (form: MissingField['form'], fields: readonly AnyField[]): MissingField[] => {
    const values = known[form] as Readonly<Record<string, unknown>> | undefined
    if (!values) return []
    const levels: Readonly<Partial<Record<AnyField, string>>> = policy.fieldLevels[form]
    return fields.flatMap((field) => {
      const level = levels[field]
      const value = values[field]
      if ((level !== 'required' && level !== 'important') || !isEmpty(field, value)) return []
      // An unknown birthday satisfies what is required and still is worth asking for.
      return [{ form, field, level: field === 'birthday' && value ? 'important' : level }]
    })
  }
  return [...of('customer', customerFields), ...of('opportunity', opportunityFields)].sort(
    (a, b) => Number(a.level === 'important') - Number(b.level === 'important'),
  )
}
