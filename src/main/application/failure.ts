import { isDiskFull, isDiskReadOnly } from '#main/platform/why-not-written.ts'
import { newId } from '#main/platform/ids.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { Refusal, type ErrorCode, type ErrorData, type Failure } from '#shared/errors.ts'
import { sayError } from '#shared/text/say.ts'

/** Where the details of a bug go: the log, never a shell. */
export type LogFailure = (incidentId: string, error: unknown) => void

const isStoreError = (error: unknown): error is { code: string; message: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_')

/** What SQLite or the disk says in the product's words (P6); undefined for what is a bug. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (isDiskFull(error)) return new Refusal('STORE_FULL', {})
  if (isDiskReadOnly(error)) return new Refusal('STORE_READ_ONLY', {})
  if (!isStoreError(error)) return undefined
  const { code, message: detail } = error
  if (code.startsWith('SQLITE_BUSY')) return new Refusal('STORE_BUSY', {})
  // What cannot grow beside the file (its index of the log) meets the same full disk.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return new Refusal('STORE_FULL', {})
  if (code.startsWith('SQLITE_READONLY')) return new Refusal('STORE_READ_ONLY', {})
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_CORRUPTFS') {
    return new Refusal('STORE_DAMAGED', { detail })
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return new Refusal('STORE_UNREACHABLE', { detail })
  }
  return undefined
}

/** Whether the store could only not be written just now: what is in it can still be told (P6). */
export function couldNotWrite(error: unknown): boolean {
  const code = refusalOf(error)?.code
  return code !== undefined && passing.includes(code)
}
const passing: readonly ErrorCode[] = ['STORE_FULL', 'STORE_BUSY', 'STORE_READ_ONLY', 'STORE_UNREACHABLE']

/** Whether the disk was full: with room it can be tried again (P6). */
export const wasFull = (error: unknown): boolean => refusalOf(error)?.code === 'STORE_FULL'

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
