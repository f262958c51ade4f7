import { ORPCError } from '@orpc/client'
import type { ErrorCode, Failure, Issue } from '#shared/errors.ts'
import type { Reason } from '#shared/reasons.ts'

/** What a screen shows of a failure. NO_ANSWER is the page's own: the application did not answer. */
export interface ShownFailure extends Omit<Failure, 'code'> {
  readonly code: ErrorCode | 'NO_ANSWER'
}

const isFailure = (data: unknown): data is Failure =>
  typeof data === 'object' && data !== null && 'code' in data && 'message' in data

/** What went wrong, whatever was thrown: the application's own refusal, or that it did not answer. */
export function asFailure(error: unknown): ShownFailure {
  if (!(error instanceof Error) && isFailure(error)) return error
  if (error instanceof ORPCError && error.code === 'REFUSED' && isFailure(error.data)) return error.data
  return { code: 'NO_ANSWER', message: error instanceof Error ? error.message : String(error) }
}

/** When the next try may be made after too many failures, as an instant; null where none waits. */
export function retryAtOf(failure: ShownFailure | null): number | null {
  const at = failure?.code === 'SIGN_IN_FAILED' ? failure.data?.['retryAt'] : undefined
  return typeof at === 'number' ? at : null
}

/** Whether the outcome is known. Without an answer a command may or may not have been done. */
export const isAnswered = (failure: ShownFailure) => failure.code !== 'NO_ANSWER'

/** A wrong field, said by an issue of the input or by a rule that names the field. */
export type FieldProblem = { readonly issue: Issue } | { readonly reason: Reason }

/**
 * The problems of a failure by field, e.g. `customer.mobile` or `next.on`.
 * Ask with the name the form uses: the last part is tried as well (`mobile`).
 */
export function problemsByField(failure: ShownFailure | null | undefined): ReadonlyMap<string, FieldProblem> {
  const named: [string, FieldProblem][] = (failure?.issues ?? []).map((issue) => [issue.field, { issue }])
  for (const reason of failure?.reasons ?? []) {
    const field = reason.data['field']
    if (typeof field === 'string') named.push([field, { reason }])
  }
  const found = new Map<string, FieldProblem>()
  const put = (field: string, problem: FieldProblem) => {
    if (!found.has(field)) found.set(field, problem)
  }
  // The full path wins over the last part of another.
  for (const [field, problem] of named) put(field, problem)
  for (const [field, problem] of named) put(field.split('.').at(-1) ?? field, problem)
  return found
}
