/** Codes of the system for a disk, or a share of it, that has no room left. */
const full: readonly unknown[] = ['ENOSPC', 'EDQUOT']

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Whether a file could not be written because there is no room (P6). */
export const isDiskFull = (error: unknown): boolean => full.includes(codeOf(error))

/** Whether a file could not be written because its disk takes no writing at all (P6). */
export const isDiskReadOnly = (error: unknown): boolean => codeOf(error) === 'EROFS'

/** Why a file was not written, as a reason of FILE_REFUSED. */
export function whyNotWritten(error: unknown): 'disk_full' | 'read_only' | 'cannot_write' {
  if (isDiskFull(error)) return 'disk_full'
  return isDiskReadOnly(error) ? 'read_only' : 'cannot_write'
}
