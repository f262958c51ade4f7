import type { Input } from '#shared/contract/index.ts'
import { refuse } from '#shared/errors.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { readPhone, requireGrade } from '#main/commands/customers/intake.ts'
import { checkFieldLevels } from '#main/rules/field-levels.ts'
import type { LeadRow } from '#main/store/rows.ts'

/** What is written down of a lead. */
export type LeadData = Pick<
  LeadRow,
  'name' | 'phone' | 'source' | 'model' | 'area' | 'campaign' | 'remark' | 'grade'
>
type LeadInput = Partial<Omit<Input<'leads', 'add'>, 'assign' | 'reason'>>

const orNull = (text: string | null | undefined) => (text?.trim() ? text.trim() : null)

/** What was typed, as it is kept: the phone in its one form, a grade of the policy, nothing instead of blanks. What was not typed is left out. */
export function readLead(input: LeadInput, policy: Policy): Partial<LeadData> {
  const { name, phone, source, grade } = input
  const texts = (['model', 'area', 'campaign', 'remark'] as const).filter((key) => input[key] !== undefined)
  return {
    ...Object.fromEntries(texts.map((key) => [key, orNull(input[key])])),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone: phone.trim() === '' ? '' : readPhone(phone, 'phone') }),
    ...(source === undefined ? {} : { source }),
    ...(grade === undefined ? {} : { grade: grade === null ? null : requireGrade(grade, policy, 'grade') }),
  }
}

/** Refuses empty required fields of the form `lead`, all at once; returns the important ones that are empty. */
export function requireLeadFields(lead: Partial<LeadData>, policy: Policy): string[] {
  const { missing, important } = checkFieldLevels({ lead }, policy)
  if (missing.length > 0) {
    const issues = missing.map(({ data }) => ({
      field: String(data['field']).replace(/^lead\./, ''),
      code: 'required',
    }))
    refuse('VALIDATION_FAILED', { issues })
  }
  return [...important]
}
