import type { RestorePreview } from '#shared/contract/backups.ts'
import { sqliteOf, type ReadableStore } from '../handle.ts'

/** What stands in one store and not in another of the same origin: for somebody who has to choose between them (P4). */

const hashAt = (store: ReadableStore, sequence: number): unknown =>
  sqliteOf(store).prepare('select hash from audit_entries where sequence = ?').pluck().get(sequence)
const length = (store: ReadableStore): number =>
  Number(sqliteOf(store).prepare('select coalesce(max(sequence), 0) from audit_entries').pluck().get())

/** The last entry that two trails share: each entry vouches for all before it, so that it can be looked up by halves. */
export function lastSharedEntry(one: ReadableStore, other: ReadableStore): number {
  let shared = 0
  let differs = Math.min(length(one), length(other)) + 1
  while (differs - shared > 1) {
    const middle = Math.floor((shared + differs) / 2)
    if (hashAt(one, middle) === hashAt(other, middle)) shared = middle
    else differs = middle
  }
  return shared
}

type Acts = RestorePreview['lost']

/** That somebody signed in, or was locked out for lunch, is nothing that anybody would miss. */
const noWork = ['session.signIn', 'session.signOut', 'session.lock', 'session.unlock', 'session.confirm']
const isWork = (call: string) => `${call} not in (${noWork.map((each) => `'${each}'`).join(', ')})`

/** The work that was done in a store after an entry of its trail. */
export function actsAfter(store: ReadableStore, sequence: number): Acts {
  const sqlite = sqliteOf(store)
  const span = sqlite
    .prepare<[number], { acts: number; from: number | null; until: number | null }>(
      `select count(*) as acts, min(at) as "from", max(at) as until from audit_entries where sequence > ? and ${isWork('call')}`,
    )
    .get(sequence)
  const byCall = sqlite
    .prepare<[number], { call: string; count: number }>(
      `select call, count(*) as count from audit_entries where sequence > ? and ${isWork('call')}
       group by call order by count desc, call`,
    )
    .all(sequence)
  const byStaff = sqlite
    .prepare<[number], { staffId: string | null; staffName: string | null; count: number }>(
      `select a.staff_id as staffId, s.name as staffName, count(*) as count
       from audit_entries a left join staff s on s.staff_id = a.staff_id
       where a.sequence > ? and ${isWork('a.call')} group by a.staff_id order by count desc`,
    )
    .all(sequence)
  return { acts: span?.acts ?? 0, from: span?.from ?? null, until: span?.until ?? null, byCall, byStaff }
}

const namedAtMost = 5

/** Customers who are in a store and not in a backup of it: how many, and the first names, newest first. */
export function customersBeyond(store: ReadableStore, backup: string): RestorePreview['customersLost'] {
  const sqlite = sqliteOf(store)
  sqlite.prepare('attach database ? as backup').run(backup)
  try {
    const missing =
      'from main.customers c where not exists (select 1 from backup.customers b where b.customer_id = c.customer_id)'
    const count = Number(sqlite.prepare(`select count(*) ${missing}`).pluck().get())
    const names = sqlite
      .prepare<[], string>(`select c.name ${missing} order by c.created_at desc limit ${namedAtMost}`)
      .pluck()
      .all()
    return { count, names }
  } finally {
    sqlite.exec('detach database backup')
  }
}

/** Whether somebody may vouch for a backup: active, of one of those roles, and the hash of his password. */
export function findVoucher(
  store: ReadableStore,
  login: string,
):
  | { readonly staffId: string; readonly name: string; readonly role: string; readonly hash: string }
  | undefined {
  return sqliteOf(store)
    .prepare<[string], { staffId: string; name: string; role: string; hash: string }>(
      `select s.staff_id as staffId, s.name, s.role, c.hash from staff s join credentials c on c.staff_id = s.staff_id
       where lower(s.login) = lower(?) and s.status = 'active'`,
    )
    .get(login)
}
