import { eq, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { commandAnswers } from '../schema/index.ts'

const answerOf = prepared((db) =>
  db
    .select()
    .from(commandAnswers)
    .where(eq(commandAnswers.commandId, sql.placeholder('commandId')))
    .prepare(),
)
/** The answer that a command id was given before (P8). */
export const findCommandAnswer = (store: ReadableStore, commandId: string) =>
  answerOf(store).get({ commandId })
