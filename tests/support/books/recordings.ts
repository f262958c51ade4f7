import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { LooseInput, PersonName, TrainingStore } from '#tests/support/training-store.ts'
import type { contract } from '#shared/contract/index.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Failure } from '#shared/errors.ts'

/** Calls of recordings, which read files and are therefore waited for. */

type Verb = keyof (typeof contract)['recordings'] & string
type Answered<V extends Verb> = OutputOf<(typeof contract)['recordings'][V]>
type Asked<V extends Verb> = LooseInput<`recordings.${V}`>

export async function ask<V extends Verb>(
  store: TrainingStore,
  who: PersonName,
  verb: V,
  input?: Asked<V>,
): Promise<Answered<V>> {
  const answer = await store.answerAsync(who, `recordings.${verb}`, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as Answered<V>
}

export async function refusal<V extends Verb>(
  store: TrainingStore,
  who: PersonName,
  verb: V,
  input?: Asked<V>,
): Promise<Failure> {
  const answer = await store.answerAsync(who, `recordings.${verb}`, input)
  if (answer.ok) throw new Error(`${verb} was allowed: ${JSON.stringify(answer.value)}`)
  return answer.error
}

/** Where a training store keeps its recordings. */
export const ownFolder = (store: TrainingStore): string => store.file.replace(/\.db$/, '-recordings')

/** The files in it, as `yyyy-mm/…`, without the ids before their names. */
export const ownFiles = (store: TrainingStore): string[] => {
  const months = (() => {
    try {
      return readdirSync(ownFolder(store))
    } catch {
      return []
    }
  })()
  return months
    .flatMap((month) => readdirSync(path.join(ownFolder(store), month)).map((name) => `${month}/${name}`))
    .map((name) => name.replace(/\/[0-9a-f-]{36}-/, '/'))
    .sort()
}
