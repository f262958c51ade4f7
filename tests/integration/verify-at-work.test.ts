import { describe, expect, it, onTestFinished } from 'vitest'
import { checkContent } from '#main/application/verify/check-content.ts'
import { closeReading, openForReading } from '#main/store/open.ts'
import type { Output } from '#shared/contract/index.ts'
import { hostStore } from '#tests/support/hosted-store.ts'
import { attack } from '#tests/support/files/tampering.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

describe('a store that is verified while people work in it (S6)', () => {
  it('is held against one moment of itself: neither what is written meanwhile nor a backup is an alarm', async () => {
    const store = hostStore((filled) => {
      for (let i = 0; i < 150; i += 1) filled.ok('chen', 'customers.register', intake())
    })
    const keeper = store.host().openedApplication()?.keeper
    const under = { way: true }
    const verifying = store
      .ok<Output<'audit', 'verify'>>('director', 'audit.verify')
      .finally(() => (under.way = false))
    let written = 0
    while (under.way) {
      await store.ok('chen', 'customers.register', intake())
      written += 1
      if (written % 40 === 0) await keeper?.make('scheduled')
      // The verification answers from a thread of its own.
      await new Promise(setImmediate)
    }
    const verified = await verifying
    expect(written).toBeGreaterThan(20)
    expect(verified.findings).toEqual([])
    expect(verified.ok).toBe(true)
  })
})

describe('a store whose trail is too long to be kept at once (S6)', () => {
  it('is verified some tables at a time, with the same findings', () => {
    const store = openTrainingStore()
    for (let i = 0; i < 5; i += 1) store.ok('chen', 'customers.register', intake())
    store.application.close()
    attack(store.file, (db) => {
      db.exec(`update customers set name = '改' where rowid = (select min(rowid) from customers)`)
      db.exec('delete from plans where rowid = (select max(rowid) from plans)')
    })
    const file = openForReading(store.file)
    onTestFinished(() => closeReading(file))
    const whole = checkContent(file)
    expect(whole.problems.map(({ code, table }) => [table, code])).toEqual(
      expect.arrayContaining([
        ['customers', 'row_edited'],
        ['plans', 'row_deleted'],
      ]),
    )
    for (const atOnce of [1, 7]) expect(checkContent(file, atOnce)).toEqual(whole)
  })
})
