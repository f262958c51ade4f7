import { eq, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { commandAnswers } from '../schema/index.ts'

const answerOf = prepared((db) =>
  db
    .select()
    .from(commandAnswers)
    .where(eq(commandAnswers.commandKey, sql.placeholder('key')))
    .prepare(),
)
/** The sealed answer that a command was given before (P8), by the key of its id. */
export const findCommandAnswer = (store: ReadableStore, key: string) => answerOf(store).get({ key })
