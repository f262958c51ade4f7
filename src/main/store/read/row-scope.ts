import type { Scope } from '#shared/access/can.ts'

/** The scope of a reader as a parameter of written SQL: the staff as a JSON array, or null for the whole store. */
export const scopeParameter = (scope: Scope): string | null =>
  scope.kind === 'store' ? null : JSON.stringify(scope.staffIds)

/** The condition that goes with it: rows of these staff only. */
export const whoseRows = (column: string): string =>
  `(@staffIds is null or ${column} in (select value from json_each(@staffIds)))`
