import { statSync } from 'node:fs'
import type { Failure } from '#shared/errors.ts'

/** What shows that something happened to a store file: its size and time, and those of its log. */
export function looksOf(file: string): string {
  try {
    return ['', '-wal']
      .map((suffix) => statSync(file + suffix, { throwIfNoEntry: false }))
      .map((found) => (found ? `${found.size} ${found.mtimeMs}` : '-'))
      .join()
  } catch {
    return 'out of reach'
  }
}

/** Failures that it takes seconds to meet again. */
export const takesLong = ({ code }: Failure): boolean =>
  code === 'STORE_DAMAGED' || code === 'STORE_NOT_MIGRATED'
