import { copyFileSync } from 'node:fs'
import { hashToken } from '#main/platform/password.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { startSession } from '#main/store/write/staff.ts'
import type { Role } from '#shared/domain/codes.ts'
import { openApplication, type Application } from '../open-application.ts'

/** A statement that the product ran, with the values it was given. */
export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** An open store at which everybody sits signed in. */
export interface Desk {
  readonly application: Application
  /** Somebody of a role, by place. */
  readonly signedIn: (role: Role, place?: number) => { readonly staffId: string; readonly token: string }
  readonly ask: <T>(call: string, input: unknown, token: string) => T
  /** What SQLite was asked since this was last called. */
  readonly takeTrace: () => Statement[]
  /** Those of them that wrote. */
  readonly takeWrites: () => Statement[]
  readonly close: () => void
}

export interface DeskOptions {
  readonly file: string
  readonly migrationsFolder: string
  /** Writes down what SQLite is asked, which costs time: not for what is timed. */
  readonly traced?: boolean
}

/** Copies a store file that nobody has open. */
export const copyStore = (from: string, to: string): void => copyFileSync(from, to)

const tokenOf = (staffId: string) => `bench ${staffId}`

/** Signs everybody in, without passwords: it is a copy of a store, and goes afterwards. Rolls what is due. */
export function prepareStore(options: DeskOptions): void {
  const { application, signedIn, ask } = sitDown(options)
  inTransaction(application.store, (writable) => {
    for (const { staffId } of listStaff(application.store)) {
      startSession(writable, { tokenHash: hashToken(tokenOf(staffId)), staffId, startedAt: 0, endsAt: null })
    }
  })
  ask('policies.current', undefined, signedIn('director').token)
  application.close()
}

/** Opens a store in which everybody is signed in. */
export function sitDown({ file, migrationsFolder, traced }: DeskOptions): Desk {
  const application = openApplication({ file, migrationsFolder })
  const { store } = application
  const takeTrace = traced ? listenTo(sqliteOf(store)) : () => []
  const staff = listStaff(store).filter(({ status }) => status === 'active')
  const signedIn: Desk['signedIn'] = (role, place = 0) => {
    const all = staff.filter((each) => each.role === role).sort((a, b) => (a.login < b.login ? -1 : 1))
    const found = all[place % all.length]
    if (!found) throw new Error(`the store has no ${role}`)
    return { staffId: found.staffId, token: tokenOf(found.staffId) }
  }
  const ask = <T>(call: string, input: unknown, token: string): T => {
    const answer = application.answer(call, input, { token })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.message}`)
    return answer.value as T
  }
  return {
    application,
    signedIn,
    ask,
    takeTrace,
    takeWrites: () => takeTrace().filter(({ sql }) => /^\s*(insert|update|delete)/i.test(sql)),
    close: application.close,
  }
}

type Sqlite = ReturnType<typeof sqliteOf>
const ways = ['run', 'get', 'all', 'iterate'] as const

/**
 * Writes down every statement that a connection prepares from now on and runs. SQLite's own trace would cut long
 * values off.
 */
function listenTo(sqlite: Sqlite): () => Statement[] {
  let heard: Statement[] = []
  const prepare = sqlite.prepare.bind(sqlite) as unknown as (
    sql: string,
  ) => Record<string, (...values: unknown[]) => unknown>
  const listening = (sql: string) => {
    const statement = prepare(sql)
    for (const way of ways) {
      const run = statement[way]?.bind(statement)
      if (!run) continue
      statement[way] = (...values) => {
        heard.push({ sql, values })
        return run(...values)
      }
    }
    return statement
  }
  sqlite.prepare = listening as unknown as Sqlite['prepare']
  return () => {
    const taken = heard
    heard = []
    return taken
  }
}

/** Runs statements bare: prepared beforehand, their rows read, and nothing else. */
export function bare({ application }: Desk, statements: readonly Statement[]): () => void {
  const sqlite = sqliteOf(application.store)
  // An act over the whole book runs one statement many times.
  const known = new Map<string, ReturnType<typeof sqlite.prepare>>()
  const prepareOnce = (sql: string) => {
    const statement = known.get(sql) ?? sqlite.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  const prepared = statements.map(({ sql, values }) => ({ statement: prepareOnce(sql), values }))
  return () => {
    for (const { statement, values } of prepared) {
      if (statement.reader) statement.all(...values)
      else statement.run(...values)
    }
  }
}

/** The same in one transaction, as durable as the product's. */
export function bareAct(desk: Desk, statements: readonly Statement[]): () => void {
  const act = sqliteOf(desk.application.store).transaction(bare(desk, statements))
  return () => act.immediate()
}
