import { sql, type SQL } from 'drizzle-orm'
import { integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'

/** A business date, `yyyy-mm-dd` in the store's zone (R-1.1). */
export const dateOn = (name: string) => text(name).$type<BusinessDate>()
/** A moment in epoch milliseconds (R-1.1). */
export const instantAt = (name: string) => integer(name).$type<Instant>()
/** A closed vocabulary, which the table checks as well. */
export const code = <T extends string>(name: string) => text(name).$type<T>()
export const flag = (name: string) => integer(name, { mode: 'boolean' })
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()

/** CHECK expression for a column that holds one of a closed vocabulary. */
export const oneOf = (column: AnySQLiteColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(values.map((v) => `'${v}'`).join(', '))})`
/** CHECK expression for a business date. */
export const isDate = (column: AnySQLiteColumn): SQL =>
  sql`${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
