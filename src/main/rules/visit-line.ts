import { visitFields, type Policy, type VisitField } from '#shared/policy/policy.ts'

/** What of a line its completeness depends on. */
export interface VisitLine {
  readonly customerId: string | null
  readonly withIntent: boolean
  readonly callerName: string | null
  readonly plate: string | null
  readonly phone: string | null
  readonly phoneMissing: string | null
  readonly model: string | null
  readonly grade: string | null
  readonly remark: string | null
}

/** The fields that a complete line has by the levels of the policy: 必填 or 重要. */
export const fieldsOfLine = ({ fieldLevels }: Pick<Policy, 'fieldLevels'>): VisitField[] =>
  visitFields.filter((field) => fieldLevels.visit[field] !== 'optional')

/**
 * What a line still lacks. A plate stands for a name, and the reason why there is no phone for the phone. Of a known
 * customer his card says everything but the remark; who has no intent to buy (无效) has no model and no grade (chosen).
 */
export function missingOfVisit(line: VisitLine, fields: readonly VisitField[]): VisitField[] {
  const known = line.customerId !== null
  const lacks: Readonly<Record<VisitField, boolean>> = {
    callerName: !known && line.callerName === null && line.plate === null,
    phone: !known && line.phone === null && line.phoneMissing === null,
    model: !known && line.withIntent && line.model === null,
    grade: !known && line.withIntent && line.grade === null,
    remark: line.remark === null,
  }
  return fields.filter((field) => lacks[field])
}
