import { eq, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { settings } from '../schema/index.ts'

const byName = prepared((db) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare(),
)
/** What the store has set under a name, undefined where nothing is; who asks reads it by a schema of his own. */
export const findSetting = (store: ReadableStore, name: string): unknown => byName(store).get({ name })?.value
