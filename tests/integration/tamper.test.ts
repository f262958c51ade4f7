import { renameSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { openApplication } from '#main/application/open-application.ts'
import { seedStore } from '#main/application/seed/index.ts'
import { stageRestore } from '#main/application/backups/stage-restore.ts'
import type { MadeBackup } from '#main/store/backup.ts'
import { pastStores, unpackPastStore } from '#tests/support/files/past-stores.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'
import {
  attack,
  backUp,
  codes,
  copyAlone,
  fillStore,
  findings,
  putBack,
  rebuildChain,
  workOn,
  type Found,
} from '#tests/support/files/tampering.ts'
import { makeTrainingStore } from '#tests/support/made-store.ts'
import { at, intake, migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

/** Filled once; each case spoils a copy. */
let whole: string
beforeAll(() => {
  const store = fillStore(makeTrainingStore)
  store.application.close()
  whole = store.file
})

const tampered = (work: (db: Database.Database) => void): { file: string; found: readonly Found[] } => {
  const file = copyAlone(whole)
  attack(file, work)
  return { file, found: findings(file) }
}
const one = (db: Database.Database, sql: string): string => String(db.prepare(sql).pluck().get())

describe('a store edited past the program (S6)', () => {
  it('is not accused as long as nobody has: the control of all cases below', () => {
    expect(findings(copyAlone(whole))).toEqual([])
    expect(tampered(() => undefined).found).toEqual([])
  })

  it('names an edited amount: table, row, field, what the trail says and what is there', () => {
    let row = ''
    const { found } = tampered((db) => {
      row = one(db, `select entry_id from penalty_entries where part = 'own' limit 1`)
      db.prepare('update penalty_entries set amount = amount + 5000 where entry_id = ?').run(row)
    })
    expect(found).toMatchObject([{ code: 'row_edited', table: 'penalty_entries', data: { field: 'amount' } }])
    const { trail, stored } = found[0]?.data ?? {}
    expect(Number(stored)).toBe(Number(trail) + 5000)
  })

  it('names an edited row although sums, last digest and hashes were made to fit', () => {
    const { file } = tampered((db) => db.exec(`update customers set name = '王五' where name = '王伟'`))
    const last = Number(findings(file).length > 0)
    attack(file, (db) => rebuildChain(file, Number(one(db, 'select max(sequence) from audit_entries'))))
    expect(last).toBe(1)
    expect(findings(file)).toMatchObject([
      { code: 'row_edited', table: 'customers', data: { field: 'name', trail: '王伟', stored: '王五' } },
    ])
  })

  it('names a deleted row', () => {
    const { found } = tampered((db) =>
      db.exec(`delete from violations where violation_id = (select min(violation_id) from violations)`),
    )
    expect(found).toMatchObject([{ code: 'row_deleted', table: 'violations' }])
  })

  it('names an added row', () => {
    const { found } = tampered((db) => db.exec(`insert into closed_dates (closed_on) values ('2026-03-06')`))
    expect(found).toMatchObject([{ code: 'row_added', table: 'closed_dates', id: '2026-03-06' }])
  })

  it('names a row that the trail says was deleted', () => {
    const store = openTrainingStore()
    const input = intake({ customer: { mobile: '13900007777' } })
    const { customerId } = store.ok('chen', 'customers.register', input)
    const mobile = '13900007777'
    store.ok('manager', 'customers.update', {
      customerId,
      version: 1,
      customer: { mobile: '13900001234' },
    })
    store.application.close()
    attack(store.file, (db) =>
      db.exec(`insert into customer_phones (phone, customer_id, reversed)
        values ('${mobile}', '${customerId}', '${[...mobile].reverse().join('')}')`),
    )
    expect(findings(store.file)).toMatchObject([{ code: 'row_added', table: 'customer_phones', id: mobile }])
  })

  it('names two rows whose owners were exchanged', () => {
    const { found } = tampered((db) =>
      db.exec(`update customers set owner_id = case owner_id
        when (select staff_id from staff where login = 'chen') then (select staff_id from staff where login = 'li')
        else (select staff_id from staff where login = 'chen') end`),
    )
    expect(found).toMatchObject([{ code: 'rows_swapped', table: 'customers', data: { field: 'ownerId' } }])
  })

  it('names an exchanged password and a new role, and shows no proof of identity', () => {
    const { found } = tampered((db) => {
      db.exec(`update credentials set hash = (select hash from credentials c join staff s using (staff_id)
        where s.login = 'chen') where staff_id = (select staff_id from staff where login = 'director')`)
      db.exec(`update staff set role = 'director', manager_id = null where login = 'li'`)
    })
    expect(found.map(({ table, data }) => `${table} ${String(data['field'])}`).sort()).toEqual([
      'credentials hash',
      'staff managerId',
      'staff role',
    ])
    expect(JSON.stringify(found)).not.toContain('scrypt')
  })

  it('names an edited entry of the trail', () => {
    const { found } = tampered((db) =>
      db.exec(`update audit_entries set staff_id = null where sequence = 20`),
    )
    expect(found).toMatchObject([{ code: 'audit_hash_wrong', id: '20' }])
  })

  it('names deleted entries of the trail and how many they are', () => {
    const { found } = tampered((db) => db.exec('delete from audit_entries where sequence in (6, 7)'))
    expect(found[0]).toMatchObject({ code: 'audit_sequence_gap', id: '8', data: { count: 2 } })
  })

  it('names two exchanged entries of the trail, with their hashes or without them', () => {
    const swap = (columns: string) => (db: Database.Database) => {
      const names = columns.split(', ')
      const read = db.prepare(`select ${columns} from audit_entries where sequence = ?`).raw()
      const [six, nine] = [read.get(6), read.get(9)] as unknown[][]
      const write = db.prepare(
        `update audit_entries set ${names.map((name) => `${name} = ?`).join(', ')} where sequence = ?`,
      )
      write.run(...(nine ?? []), 6)
      write.run(...(six ?? []), 9)
    }
    const said = 'at, clock_suspect, staff_id, call, changes, reason'
    for (const columns of [said, `${said}, content_digest, previous_hash, hash`]) {
      const { found } = tampered(swap(columns))
      expect(found.filter(({ table }) => table === 'audit_entries')).toMatchObject([
        { code: 'audit_entries_swapped', id: '6', data: { other: 9 } },
      ])
    }
  })

  it('names content that only an act in bulk had written by its table', () => {
    const file = path.join(temporaryFolder(), 'store.db')
    const facts = { customers: 200, days: 30, until: asBusinessDate('2026-03-02'), seed: 'bulk' }
    seedStore({ file, migrationsFolder, locale: 'en', ...facts })
    expect(findings(file)).toEqual([])
    attack(file, (db) => {
      const bulk = one(
        db,
        `select j.key from audit_entries a, json_each(a.changes, '$.bulk') j where j.key = 'follow_ups' limit 1`,
      )
      expect(bulk).toBe('follow_ups')
      db.exec(
        `update follow_ups set content = content || '。' where follow_up_id = (select min(follow_up_id) from follow_ups)`,
      )
    })
    expect(findings(file)).toMatchObject([{ code: 'table_edited', table: 'follow_ups' }])
  })

  it('goes on to say so whatever is written afterwards, also when the sums were made to fit', () => {
    const store = fillStore()
    store.application.close()
    attack(store.file, (db) => {
      db.exec(`update staff set name = '别人' where login = 'zhou'`)
      db.exec(`update content_sums set sum = '0' where table_name = 'staff'`)
    })
    const again = openApplication({ file: store.file, migrationsFolder })
    again.answer('session.signIn', { login: 'chen', password: 'chen' }, { now: at('2026-03-13') })
    again.close()
    expect(codes(findings(store.file))).toEqual(['row_edited'])
    expect(codes(findings(whole))).toEqual([])
  })

  it('names edited sums whose rows are what the trail says', () => {
    const { found } = tampered((db) =>
      db.exec(
        `update content_sums set rows = rows + 1, sum = '${'1'.repeat(64)}' where table_name = 'plans'`,
      ),
    )
    expect(found).toMatchObject([{ code: 'sums_edited', id: 'plans' }])
  })
})

describe('a store whose past was exchanged (S6)', () => {
  /** Two backups with their manifests, work between and after them, and a signed sheet. */
  function lived() {
    const store = fillStore()
    const old = backUp(store, '2026-03-12')
    workOn(store, '2026-03-13')
    const young = backUp(store, '2026-03-13')
    store.application.close()
    return { file: store.file, old, young, store }
  }

  it('knows nothing to say of one that went its way: control', () => {
    expect(findings(lived().file)).toEqual([])
  })

  it.each(['with what they wrote', 'and their rows are left'])(
    'names a cut tail, how many entries and since when: the entries are gone %s',
    (how) => {
      const { file, old, young } = lived()
      const from = (old.manifest.auditHead?.sequence ?? 0) + 2
      attack(file, (db) => {
        db.prepare('delete from audit_entries where sequence >= ?').run(from)
        if (how !== 'with what they wrote') return
        for (const table of ['plans', 'owners', 'opportunities', 'customer_phones', 'customers'])
          db.exec(`delete from ${table} where ${table === 'customer_phones' ? 'customer_id' : 'customer_id'} in
            (select customer_id from customers where name in ('周洁', '吴刚'))`)
      })
      const found = findings(file)
      const missing = (young.manifest.auditHead?.sequence ?? 0) - from + 1
      expect(found[0]).toMatchObject({ code: 'cut_tail', id: String(from), data: { missing } })
      expect(String(found[0]?.data['since'])).toMatch(/^2026-03-1[23] \d\d:\d\d$/)
    },
  )

  it('names an old backup that was put back, and goes on to do so when somebody works in it', () => {
    const { file, old, young } = lived()
    putBack(file, old.path)
    const missing = (young.manifest.auditHead?.sequence ?? 0) - (old.manifest.auditHead?.sequence ?? 0)
    const said = { code: 'old_backup_put_back', id: String(old.manifest.auditHead?.sequence) }
    expect(findings(file)).toMatchObject([{ ...said, data: { missing } }])
    workOnFile(file, '2026-03-14')
    expect(findings(file)).toMatchObject([said])
  })

  it('names a chain that was rebuilt as a whole, with everything made to fit, by a backup and by a signed sheet', () => {
    const { file, old } = lived()
    const rewrite = (target: string) => {
      attack(target, (db) => {
        db.exec(`update penalty_entries set amount = 0`)
        db.exec(`update audit_entries set changes = replace(changes, '"amount":', '"amount":0,"was":')`)
      })
      const first = '"amount":0,"was":'
      expect(first).toContain('0')
      rebuildChain(target, 2)
    }
    // Only the signed sheet is left of what the trail was.
    const alone = copyAlone(file)
    rewrite(alone)
    expect(findings(alone)).toMatchObject([{ code: 'chain_rebuilt', data: { source: '2026-03-11' } }])
    attack(alone, (db) => db.exec('update signed_checks set audit_sequence = null, audit_hash = null'))
    rewrite(file)
    expect(findings(file).filter(({ table }) => table === 'audit_entries')).toMatchObject([
      { code: 'chain_rebuilt', table: 'audit_entries' },
    ])
    expect(old.manifest.auditHead).not.toBeNull()
  })

  it('does not accuse whoever restores a backup, nor whoever undoes that (P4)', () => {
    const { file, old, store } = lived()
    const again = openApplication({ file, migrationsFolder })
    const before = backUp({ ...store, application: again }, '2026-03-13')
    again.close()
    restore(file, old, 'backups.restore', '2026-03-14')
    expect(findings(file)).toEqual([])
    workOnFile(file, '2026-03-15')
    expect(findings(file)).toEqual([])
    restore(file, before, 'backups.undoRestore', '2026-03-16')
    expect(findings(file)).toEqual([])
    // But what is done to it later is named as ever.
    attack(file, (db) => db.exec('delete from audit_entries where sequence = 12'))
    expect(codes(findings(file))).toContain('audit_sequence_gap')
  })
})

describe('a store that was migrated (S6, P3)', () => {
  it.each(pastStores.map((each) => [each.version, each] as const))(
    'has nothing found in it when it comes from schema %i',
    (_version, past) => {
      const file = unpackPastStore(past, temporaryFolder())
      openApplication({ file, migrationsFolder }).close()
      expect(findings(file)).toEqual([])
    },
  )
})

function workOnFile(file: string, day: string): void {
  const application = openApplication({ file, migrationsFolder })
  const now = at(day)
  const signedIn = application.answer('session.signIn', { login: 'director', password: 'director' }, { now })
  if (!signedIn.ok) throw new Error(signedIn.error.message)
  application.close()
}

function restore(
  file: string,
  backup: MadeBackup,
  call: 'backups.restore' | 'backups.undoRestore',
  day: string,
): void {
  const staging = `${file}.restoring`
  const about = { migrationsFolder, now: at(day), staffId: 'nobody', reason: '取回误删的记录', erased: [] }
  stageRestore({ backup, staging, call, ...about })
  putBack(file, staging)
  renameSync(staging, `${staging}.done`)
}
