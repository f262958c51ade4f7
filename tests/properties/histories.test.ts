import { copyFileSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { addDays } from '#shared/time/business-date.ts'
import { propertyRuns } from '#tests/support/property-runs.ts'
import { at, migrationsFolder } from '#tests/support/training-store.ts'
import { anyHistory, type Act } from './acts.ts'
import { openHistory, type History } from './history.ts'

/** How many histories each property sees. */
const numRuns = propertyRuns(120)
const minutes = 60_000

/** Plays random histories and looks at each when it is over. */
function always(look: (history: History, acts: readonly Act[]) => void): void {
  fc.assert(
    fc.property(anyHistory, (acts) => {
      const history = openHistory()
      try {
        for (const act of acts) history.play(act)
        look(history, acts)
      } finally {
        history.close()
      }
    }),
    { numRuns, endOnFailure: false },
  )
}

/** Both say the same, table by table; else the first rows that differ. */
function same(
  what: string,
  before: Readonly<Record<string, unknown[]>>,
  after: Readonly<Record<string, unknown[]>>,
) {
  for (const [table, rows] of Object.entries(before)) {
    const others = after[table] ?? []
    const at = Array.from({ length: Math.max(rows.length, others.length) }).findIndex(
      (_, i) => JSON.stringify(rows[i]) !== JSON.stringify(others[i]),
    )
    if (at >= 0)
      throw new Error(
        `${what} changed in ${table}:\n${JSON.stringify(rows[at])}\n${JSON.stringify(others[at])}`,
      )
  }
}

/** The book without what every write raises: who owns what, with which plans, and since when. */
const bookOf = ({ rows }: History) => ({
  customers: rows(
    'select customer_id, owner_id, owner_since_on, last_effective_on, last_contact_on from customers order by 1',
  ),
  opportunities: rows(
    `select opportunity_id, owner_id, status, grade, expected_purchase_date, anchor_on, limit_on, answerable_from,
       plan_missing_since from opportunities order by 1`,
  ),
  plans: rows(
    'select plan_id, assignee_id, due_on, due_time, status, leave_id, due_anew_on, beyond_limit_reason from plans order by 1',
  ),
  owners: rows('select customer_id, owner_id, from_on, until_on, reason from owners order by 1, 3, 2, 5'),
  instructions: rows('select instruction_id, staff_id from instructions order by 1'),
})

const violationsOf = (file: string) => {
  const db = new Database(file, { readonly: true })
  const rows = db.prepare('select identity, staff_id, "on" from violations order by 1').all()
  db.close()
  return rows
}

describe('after any sequence of acts', () => {
  it(
    'the store verifies clean: every open opportunity has a plan and an active owner, and the penalties come out the same',
    () => {
      always(({ store }) => {
        const { problems } = verifyStore(store.application.store, 'en')
        if (problems.length > 0) throw new Error(JSON.stringify(problems))
        const { wrong } = store.ok('director', 'penalties.recompute')
        if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
      })
    },
    10 * minutes,
  )

  it(
    'a roll that runs a second time changes nothing',
    () => {
      always((history) => {
        const { store, today } = history
        history.play({ do: 'wait', days: 2 })
        const before = violationsOf(store.file)
        const copy = `${store.file}.again`
        const db = new Database(store.file)
        db.pragma('wal_checkpoint(truncate)')
        db.close()
        copyFileSync(store.file, copy)
        const again = new Database(copy)
        again.prepare('update store set last_rolled_on = ?').run(addDays(today(), -2))
        again.close()
        const application = openApplication({ file: copy, migrationsFolder })
        application.rollIfDue({ now: at(`${today()} 23:00`) })
        application.close()
        same('what is raised', { violations: before }, { violations: violationsOf(copy) })
        rmSync(copy)
      })
    },
    10 * minutes,
  )

  it(
    'a reassignment that is undone at once restores the book',
    () => {
      always((history) => {
        for (const [from, to] of [
          [0, 0],
          [1, 1],
          [2, 0],
        ] as const) {
          const before = bookOf(history)
          const made = history.rows('select count(*) as n from reassignments where undone_at is null')
          history.play({ do: 'reassign', from, to, even: to === 1, some: from })
          if (
            JSON.stringify(made) ===
            JSON.stringify(history.rows('select count(*) as n from reassignments where undone_at is null'))
          )
            continue
          history.play({ do: 'undo', which: 0 })
          same('the book', before, bookOf(history))
        }
      })
    },
    10 * minutes,
  )

  it(
    'nobody is judged for work that his confirmed leave resolved',
    () => {
      always(({ rows }) => {
        const judged = rows<{ identity: string; on: string; movedTo: string | null }>(
          `select v.identity, v."on", l.moved_to as movedTo
           from leave_lines l join leaves f on f.leave_id = l.leave_id join violations v on v.opportunity_id = l.opportunity_id
           where f.confirmed_at is not null and l.way in ('postponed', 'covered') and l.returned_at is null
             and v.identity like 'overdue_follow_up:' || l.plan_id || '%'
             and v.raised_at >= f.confirmed_at and v.status <> 'waived'
             and v."on" <= coalesce(l.moved_to, f.until_on)`,
        )
        if (judged.length > 0) throw new Error(JSON.stringify(judged))
      })
    },
    10 * minutes,
  )
})
