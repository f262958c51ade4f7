import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { auditHash, firstHash } from '#main/store/write/audit.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

interface Entry {
  sequence: number
  at: number
  clockSuspect: number
  staffId: string | null
  call: string
  changes: string
  reason: string | null
  previousHash: string
  hash: string
  contentDigest: string | null
}

const readTrail = (store: TrainingStore): Entry[] => {
  const db = new Database(store.file, { readonly: true })
  const rows = db
    .prepare<[], Entry>(
      `select sequence, at, clock_suspect as clockSuspect, staff_id as staffId, call, changes, reason,
         previous_hash as previousHash, hash, content_digest as contentDigest from audit_entries order by sequence`,
    )
    .all()
  db.close()
  return rows
}

describe('the audit trail (R-13.4)', () => {
  it('has one entry an act, in rising order, chained by hash, with who, what, before and after', () => {
    const store = openTrainingStore()
    const { customerId } = store.ok('chen', 'customers.register', intake())
    store.ok('manager', 'customers.update', { customerId, version: 1, customer: { area: '无锡' } })
    const trail = readTrail(store)
    let previous = firstHash
    for (const [index, entry] of trail.entries()) {
      expect(entry.sequence).toBe(index + 1)
      expect(entry.previousHash).toBe(previous)
      expect(auditHash({ ...entry, clockSuspect: entry.clockSuspect === 1 })).toBe(entry.hash)
      previous = entry.hash
    }
    const last = trail.at(-1)
    expect(last).toMatchObject({ call: 'customers.update', staffId: store.ids.manager })
    expect(JSON.parse(last?.changes ?? '')).toEqual([
      {
        table: 'customers',
        id: customerId,
        before: { area: '江阴', version: 1 },
        after: { area: '无锡', version: 2 },
      },
    ])
  })

  it('gets no entry from a refused act, and none from a repeated one', () => {
    const store = openTrainingStore()
    const input = intake()
    store.answer('chen', 'customers.register', input, { commandId: 'once' })
    const length = readTrail(store).length
    store.answer('chen', 'customers.register', input, { commandId: 'once' })
    store.refused('chen', 'customers.register', input)
    expect(readTrail(store)).toHaveLength(length)
  })

  it('never holds a secret', () => {
    const store = openTrainingStore()
    store.ok('admin', 'staff.resetAccess', { staffId: store.ids.chen })
    for (const { changes } of readTrail(store)) expect(changes).not.toMatch(/scrypt\$/)
  })

  it('keeps why something was done, and what left on paper (R-13.3)', () => {
    const store = openTrainingStore()
    store.ok('manager', 'outputs.record', {
      what: 'daily_check',
      form: 'print',
      detail: '2026-03-02',
      rows: 12,
    })
    expect(JSON.parse(readTrail(store).at(-1)?.reason ?? '')).toEqual({
      what: 'daily_check',
      form: 'print',
      detail: '2026-03-02',
      rows: 12,
    })
  })

  it.each(['audit_entries', 'signed_checks', 'policies'])(
    'cannot be undone below the program: %s is append-only',
    (table) => {
      const store = openTrainingStore()
      store.ok('chen', 'customers.register', intake())
      store.ok('manager', 'dailyCheck.sign', { on: '2026-03-02' })
      const db = new Database(store.file)
      expect(() => db.exec(`delete from ${table}`)).toThrow(/append-only/)
      const column = table === 'policies' ? 'document' : table === 'signed_checks' ? 'digest' : 'changes'
      expect(() => db.exec(`update ${table} set ${column} = 'x'`)).toThrow(/append-only/)
      db.close()
    },
  )

  it('keeps executed follow-ups as they were', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('chen', 'customers.register', intake())
    store.ok('chen', 'followUps.execute', {
      planId,
      result: 'reached',
      channel: 'phone',
      content: '已经订车',
      next: { kind: 'ordered' },
    })
    const db = new Database(store.file)
    expect(() => db.exec(`update follow_ups set content = 'x'`)).toThrow(/append-only/)
    expect(() => db.exec('delete from follow_ups')).toThrow(/append-only/)
    db.close()
  })
})
