import { verifyStore } from '#main/application/verify/index.ts'
import { listSummedTables } from '#main/store/read/content-sums.ts'
import { eachContentRow } from '#main/store/read/verification.ts'
import { expect } from 'vitest'
import { register } from '#tests/support/book.ts'
import {
  intake,
  type LooseInput,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

/** Two records of one person, and everything that a merge may touch. */

/** Every row of the content by table, what tells of merges left out. */
export const content = (store: TrainingStore): Record<string, string[]> =>
  Object.fromEntries(
    listSummedTables(store.application.store)
      .filter((table) => table !== 'merges')
      .map((table) => [
        table,
        [...eachContentRow(store.application.store, table)].map((row) => JSON.stringify(row)),
      ]),
  )

export const sound = (store: TrainingStore): void =>
  expect(verifyStore(store.application.store, 'en').problems).toEqual([])

export const versionOf = (store: TrainingStore, customerId: string): number =>
  store.ok('director', 'customers.get', { customerId }).customer.version

/** A C that is due on 03-20. */
export const make = (store: TrainingStore, owner: PersonName, name: string) =>
  register(store, owner, { name, grade: 'C', expected: '2026-06-01', plan: '2026-03-20' })

export const makeWith = (store: TrainingStore, owner: PersonName, customer: object) =>
  store.ok(
    owner,
    'customers.register',
    intake({
      customer,
      opportunity: { grade: 'C', expectedPurchaseDate: '2026-06-01' },
      plan: { on: '2026-03-20' },
    }),
  )

type Choices = LooseInput<'merges.apply'>['choices']
/** The input of a merge, with the versions that stand now. */
export const mergeOf = (
  store: TrainingStore,
  keptId: string,
  droppedId: string,
  rest: { readonly choices?: Choices; readonly reason?: string } = {},
) => ({
  keptId,
  droppedId,
  versions: { kept: versionOf(store, keptId), dropped: versionOf(store, droppedId) },
  ...rest,
})
export const merge = (
  store: TrainingStore,
  who: PersonName,
  keptId: string,
  droppedId: string,
  rest: Parameters<typeof mergeOf>[3] = {},
) => store.ok(who, 'merges.apply', mergeOf(store, keptId, droppedId, rest))
