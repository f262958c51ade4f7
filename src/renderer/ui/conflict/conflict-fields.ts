import type { AnyField } from '../fields/field-values.ts'

export interface ConflictField {
  readonly field: AnyField | 'remark'
  /** What it was when the form was opened. */
  readonly before: string
  readonly yours: string
  readonly theirs: string
}
/** Fields in which two versions part: those somebody else changed, and those changed here as well. */
export function conflictFields(
  before: Readonly<Record<string, unknown>>,
  yours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, unknown>>,
  fields: readonly ConflictField['field'][],
): ConflictField[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return fields.flatMap((field) => {
    const [was, now] = [text(before[field]), text(theirs[field])]
    const mine = yours[field] ?? was
    return was === now || mine === now ? [] : [{ field, before: was, yours: mine, theirs: now }]
  })
}
