import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Opened } from '#main/application/opened-store.ts'
import { storeFacts } from '#main/application/store-facts.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { backupFolderOf } from '#main/store/backup.ts'
import { systemClock } from '#main/platform/clock.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const opened = ({ file, application }: TrainingStore): Opened => ({
  state: 'open',
  file,
  application,
  clockOfCall: () => ({}),
})
const factsOf = (store: TrainingStore) => storeFacts(opened(store), systemClock.now())

describe('what support may know of a store', () => {
  it('is counts, codes, sizes and ages, and no name or phone of it (S5)', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { name: '王建国', mobile: '13912345678' } }))
    const backups = backupFolderOf(store.file)
    mkdirSync(backups, { recursive: true })
    writeFileSync(path.join(backups, 'store-20260302.db'), 'x'.repeat(10))
    writeFileSync(path.join(path.dirname(store.file), '王建国 13912345678.m4a'), '')
    const facts = factsOf(store)
    expect(facts).toMatchObject({
      state: 'open',
      code: null,
      counts: { customers: 1 },
      problems: {},
      status: { kind: 'training', schemaVersion: expect.any(Number), policyVersion: 1 },
    })
    expect(facts.files).toEqual(expect.arrayContaining([{ kind: 'backup store', bytes: 10, hoursOld: 0 }]))
    expect(JSON.stringify(facts)).not.toMatch(/王建国|13912345678|江南店|陈晓东/)
  })

  it('names what is wrong by its code alone', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { name: '王建国' } }))
    sqliteOf(store.application.store).exec("update customers set name = '李四'")
    const { problems } = factsOf(store)
    expect(Object.values(problems ?? {}).length).toBeGreaterThan(0)
    expect(JSON.stringify(problems)).not.toMatch(/李四|王建国/)
  })

  it('says why a store cannot be opened, and that there is none', () => {
    const store = openTrainingStore()
    const failure = { code: 'STORE_DAMAGED', message: '' } as const
    const failed: Opened = { state: 'failed', file: store.file, failure, cause: undefined }
    expect(storeFacts(failed, systemClock.now())).toMatchObject({
      state: 'failed',
      code: 'STORE_DAMAGED',
      counts: {},
    })
    expect(storeFacts({ state: 'no_store' }, systemClock.now())).toMatchObject({
      state: 'no_store',
      files: [],
    })
  })
})
