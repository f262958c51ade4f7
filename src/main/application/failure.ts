import { newId } from '#main/platform/ids.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { Refusal, type ErrorData, type Failure } from '#shared/errors.ts'
import { sayError } from '#shared/text/say.ts'

/** Where the details of a bug go: the log, never a shell. */
export type LogFailure = (incidentId: string, error: unknown) => void

const isStoreError = (error: unknown): error is { code: string; message: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_')

/** What SQLite says in the product's words; undefined for what is a bug. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!isStoreError(error)) return undefined
  if (error.code.startsWith('SQLITE_BUSY')) return new Refusal('STORE_BUSY', {})
  if (
    error.code === 'SQLITE_FULL' ||
    error.code.startsWith('SQLITE_IOERR_WRITE') ||
    error.code.startsWith('SQLITE_READONLY')
  ) {
    return new Refusal('STORE_FULL', {})
  }
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') {
    return new Refusal('STORE_DAMAGED', { detail: error.message })
  }
  return undefined
}

/** Whether the store could only not be written just now: what is in it can still be told (P6). */
export function couldNotWrite(error: unknown): boolean {
  const code = refusalOf(error)?.code
  return code === 'STORE_FULL' || code === 'STORE_BUSY'
}

/** Turns whatever was thrown into what may cross a shell: a code with data, never a class or a stack (one place). */
export function toFailure(error: unknown, locale: Locale, log: LogFailure): Failure {
  const refusal = refusalOf(error)
  if (!refusal) {
    const incidentId = newId()
    log(incidentId, error)
    return { code: 'INTERNAL', message: sayError('INTERNAL', { incidentId }, locale), data: { incidentId } }
  }
  const message = sayError(refusal.code, refusal.data, locale)
  switch (refusal.code) {
    case 'VALIDATION_FAILED':
      return { code: refusal.code, message, issues: (refusal.data as ErrorData['VALIDATION_FAILED']).issues }
    case 'RULE_REFUSED':
    case 'PERMISSION_DENIED':
      return { code: refusal.code, message, reasons: (refusal.data as ErrorData['RULE_REFUSED']).reasons }
    default:
      return { code: refusal.code, message, data: { ...refusal.data } }
  }
}
