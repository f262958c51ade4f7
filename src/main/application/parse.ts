import type { z } from 'zod'
import { refuse, type Issue } from '#shared/errors.ts'

type ZodIssue = z.core.$ZodIssue

/** What our own schemas say is wrong, under codes that have words. */
const worded: ReadonlySet<string> = new Set(['not_a_date', 'not_a_moment', 'not_json'])

/** What would be right, in terms the wording knows. Only what zod can say of our schemas. */
function toIssues(issue: ZodIssue): Issue[] {
  const field = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, code: 'unknown_field' }))
    case 'invalid_type':
      return issue.input === undefined
        ? [{ field, code: 'required' }]
        : [{ field, code: 'wrong_type', data: { expected: issue.expected } }]
    case 'invalid_value':
      return [
        {
          field,
          code: issue.input === undefined ? 'required' : 'not_allowed',
          data: { allowed: issue.values.map(String).join(', ') },
        },
      ]
    case 'too_big': {
      const max = Number(issue.maximum)
      return [
        {
          field,
          code: issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_large',
          data: { max },
        },
      ]
    }
    case 'too_small': {
      const min = Number(issue.minimum)
      if (issue.origin === 'string' && min === 1) return [{ field, code: 'required' }]
      return [
        {
          field,
          code: issue.origin === 'string' || issue.origin === 'array' ? 'too_short' : 'too_small',
          data: { min },
        },
      ]
    }
    case 'invalid_union':
      return [{ field, code: 'invalid' }]
    case 'custom':
      return [{ field, code: worded.has(issue.message) ? issue.message : 'invalid' }]
    default:
      return [{ field, code: 'invalid' }]
  }
}

/** Parses an input strictly (S3); refuses with every wrong field named and what would be right. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  return refuse('VALIDATION_FAILED', { issues: parsed.error.issues.flatMap(toIssues) })
}
