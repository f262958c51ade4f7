import {
  unknownBirthday,
  type CustomerField,
  type LeadField,
  type OpportunityField,
  type Policy,
  type VisitField,
} from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'

/** What the form holds; fields it does not show are absent. */
export type FormValues = {
  readonly customer?: Partial<Readonly<Record<CustomerField, unknown>>>
  readonly opportunity?: Partial<Readonly<Record<OpportunityField, unknown>>>
  readonly visit?: Partial<Readonly<Record<VisitField, unknown>>>
  readonly lead?: Partial<Readonly<Record<LeadField, unknown>>>
}

type FormField = CustomerField | OpportunityField | VisitField | LeadField

/** What a form lacks. */
export type FieldCheck = {
  /** 必填 Refusals, one for each empty required field; `data.field` is `customer.area` and the like. */
  readonly missing: readonly Reason[]
  /** 重要 The names of all empty important fields. */
  readonly important: readonly FormField[]
  /** The one reminder that names them all; null when there is nothing to remind of. */
  readonly reminder: Reason | null
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** 生日信息若无法获得请填写 1900-01-01: entered, but nobody knows it. */
export const isBirthdayUnknown = (birthday: unknown): boolean => birthday === unknownBirthday

/** 以上七项为必填项: what is missing, and what one combined reminder asks for. */
export const checkFieldLevels = (values: FormValues, policy: Policy): FieldCheck => {
  const missing: Reason[] = []
  const important: FormField[] = []
  for (const form of ['customer', 'opportunity', 'visit', 'lead'] as const) {
    const given: Readonly<Record<string, unknown>> | undefined = values[form]
    if (given === undefined) continue
    for (const [name, level] of Object.entries(policy.fieldLevels[form])) {
      const field = name as FormField
      const value = given[field]
      if (isEmpty(value)) {
        if (level === 'required') missing.push(reason('field_required', { field: `${form}.${field}` }))
        if (level === 'important') important.push(field)
      } else if (field === 'birthday' && level !== 'optional' && isBirthdayUnknown(value)) {
        important.push(field)
      }
    }
  }
  const reminder =
    important.length === 0 ? null : reason('important_fields_empty', { fields: important.join(',') })
  return { missing, important, reminder }
}
