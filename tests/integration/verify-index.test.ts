import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { intake, migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

/** Changes rows behind the back of an index: it keeps what it had. */
function changeWithout(file: string, index: string, sql: string): void {
  const change = (work: (db: Database.Database) => void) => {
    const db = new Database(file)
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    work(db)
    db.close()
  }
  let kept: unknown
  change((db) => {
    kept = db
      .prepare('select type, name, tbl_name, rootpage, sql from sqlite_schema where name = ?')
      .get(index)
    db.prepare('delete from sqlite_schema where name = ?').run(index)
  })
  change((db) => void db.exec(sql))
  change(
    (db) =>
      void db
        .prepare(
          'insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values (@type, @name, @tbl_name, @rootpage, @sql)',
        )
        .run(kept),
  )
}

it('an index that differs from its table is told by the check of the whole store, which a quick check does not see (P5)', () => {
  const made = openTrainingStore()
  made.ok('chen', 'customers.register', intake())
  made.application.close()
  changeWithout(made.file, 'customer_phones_reversed', `update customer_phones set reversed = '0'`)
  const store = openStore(made.file, { migrationsFolder, check: true })
  const { problems } = verifyStore(store, 'en')
  closeStore(store)
  expect(problems.map(({ code }) => code)).toContain('file_damaged')
})
