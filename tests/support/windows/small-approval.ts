import Database from 'better-sqlite3'
import { openApplication } from '#main/application/open-application.ts'
import { systemClock } from '#main/platform/clock.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import { smallPassword, smallStaff, type SmallName, type SmallStore } from '#tests/support/small-store.ts'

/** Calls on a small store before a window opens it, by name; times are the machine's. */
export function actOn(store: SmallStore) {
  const application = openApplication({ file: store.file, migrationsFolder })
  const now = systemClock.now()
  const ask = <T>(call: string, input: unknown, token?: string): T => {
    const answer = application.answer(call, input, { now, token })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.code} ${answer.error.message}`)
    return answer.value as T
  }
  const tokens = new Map<SmallName, string>()
  const as = <T>(who: SmallName, call: string, input: unknown): T => {
    const known = tokens.get(who)
    const token =
      known ??
      ask<{ token: string }>('session.signIn', { login: smallStaff[who].login, password: smallPassword })
        .token
    tokens.set(who, token)
    return ask<T>(call, input, token)
  }
  return { as, close: () => application.close() }
}

/** 陈晓东 is proposed for a suspension for study with the occasion that was approved. */
export function proposeSuspension(store: SmallStore): void {
  const db = new Database(store.file)
  db.prepare(
    `insert into suspensions (suspension_id, entry_id, staff_id, ladder, "on", proposed_on, status)
     select 'proposed', entry_id, staff_id, ladder, "on", ?, 'proposed' from penalty_entries where part = 'own'`,
  ).run(store.daysAgo(0))
  db.close()
}

/**
 * The overdue follow-up of 王伟 is confirmed and approved, so that 陈晓东 owes a report.
 */
export function approveOverdue(store: SmallStore): void {
  const { as, close } = actOn(store)
  const { rows } = as<{ rows: { violationId: string; kind: string }[] }>('manager', 'violations.list', {})
  const violationIds = rows.filter(({ kind }) => kind === 'overdue_follow_up').map((row) => row.violationId)
  as('manager', 'violations.confirm', { violationIds })
  as('director', 'penalties.approve', { violationIds })
  close()
}
