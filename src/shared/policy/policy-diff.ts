import type { Policy } from './policy.ts'

/** A value of a policy, or nothing where one of two policies does not have it. */
export type PolicyValue = string | number | boolean | null | undefined
/** One difference between two versions: `grades.H.revisitEveryDays`, `thresholds.dormantAfterDays`. */
export type PolicyDifference = {
  readonly field: string
  readonly before: PolicyValue
  readonly after: PolicyValue
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const asValue = (value: unknown): PolicyValue => {
  if (Array.isArray(value)) return value.map(String).join(', ')
  return value as PolicyValue
}

const compare = (before: unknown, after: unknown, field: string): PolicyDifference[] => {
  if (isTree(before) || isTree(after)) {
    const [old, now] = [isTree(before) ? before : {}, isTree(after) ? after : {}]
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) =>
      compare(old[key], now[key], field === '' ? key : `${field}.${key}`),
    )
  }
  const [old, now] = [asValue(before), asValue(after)]
  return old === now ? [] : [{ field, before: old, after: now }]
}

/** Grades by their code: a grade that moved is the same grade, one with another code is another. */
const byCode = ({ grades, ...rest }: Policy) => ({
  grades: Object.fromEntries(grades.map(({ code, ...grade }) => [code, grade])),
  ...rest,
})

/** What a version changed, field by field, in the order of the document; nothing when both say the same. */
export const policyDiff = (before: Policy, after: Policy): PolicyDifference[] =>
  compare(byCode(before), byCode(after), '')
