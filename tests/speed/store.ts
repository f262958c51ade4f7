import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { seedStore } from '#main/application/seed/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { at, migrationsFolder } from '#tests/support/made-store.ts'

const until = asBusinessDate('2026-03-01')
/** The morning after the history of the store, 08:30 in its zone. */
export const morning = at('2026-03-02 08:30')
export const nextMorning = at('2026-03-03 08:30')
/** The password of everybody in a seeded store. */
export const password = '123456'

/** A copy of the store that `BENCH_STORE` names, or of a small one made now; answers what it was measured on. */
export function provideStore(): { readonly file: string; readonly folder: string; readonly size: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-speed-'))
  const file = path.join(folder, 'store.db')
  const named = process.env['BENCH_STORE']
  if (named !== undefined && existsSync(named)) copyFileSync(named, file)
  else
    seedStore({ file, migrationsFolder, customers: 2000, days: 120, until, seed: 'bench', locale: 'zh-CN' })
  const db = new Database(file, { readonly: true })
  const count = (table: string) => Number(db.prepare(`select count(*) from ${table}`).pluck().get())
  const size = `${count('customers')} customers, ${count('follow_ups')} follow-ups`
  db.close()
  return { file, folder, size }
}
