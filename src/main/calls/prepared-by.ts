import type { Context } from './context.ts'

/** What was read from disk before the call, see `application/prepare.ts`. That it is missing is a bug, not a refusal. */
export function preparedBy<T>(context: Context): T {
  if (!context.prepared) throw new Error('what the call needs was not read before it')
  return context.prepared as T
}
