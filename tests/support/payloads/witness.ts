import { sqliteOf, type ReadableStore } from '#main/store/handle.ts'

/** Tables that tell how the file was worked with, and not what is in it: written beside every act. */
const beside = new Set(['audit_entries', 'command_answers', 'clock_state', 'content_sums', 'touched'])

interface Table {
  readonly name: string
}

/** Watches one connection: how many rows of which tables were written, and how many the trail tells of. */
export interface Witness {
  /** Rows written since this was last called, and what the entries of the trail since then account for. */
  readonly look: () => {
    readonly written: number
    readonly told: number
    readonly entries: number
    readonly tables: string
  }
}

const toldBy = (changes: string): number => {
  const told = JSON.parse(changes) as unknown
  if (Array.isArray(told)) return told.length
  const { bulk = {} } = told as { bulk?: Record<string, { written: number; removed: number }> }
  return Object.values(bulk).reduce((sum, { written, removed }) => sum + written + removed, 0)
}

/** Sets triggers that live as long as the connection, and nowhere in the file. */
export function watchWrites(store: ReadableStore): Witness {
  const sqlite = sqliteOf(store)
  sqlite.exec('create temp table touched (name text primary key, n integer not null)')
  const tables = sqlite
    .prepare<[], Table>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !beside.has(name))
  for (const name of tables) {
    sqlite.prepare('insert into touched values (?, 0)').run(name)
    for (const act of ['insert', 'update', 'delete'])
      sqlite.exec(
        `create temp trigger "touched_${name}_${act}" after ${act} on main."${name}" begin update touched set n = n + 1 where name = '${name}'; end`,
      )
  }
  const sum = sqlite.prepare<[], { n: number }>('select coalesce(sum(n), 0) n from touched')
  const which = sqlite.prepare<[], { name: string; n: number }>('select name, n from touched where n > 0')
  const clear = sqlite.prepare('update touched set n = 0')
  const last = sqlite.prepare<[], { s: number }>('select coalesce(max(sequence), 0) s from audit_entries')
  const since = sqlite.prepare<[number], { changes: string }>(
    'select changes from audit_entries where sequence > ?',
  )
  let seen = last.get()?.s ?? 0
  return {
    look: () => {
      const written = sum.get()?.n ?? 0
      const now = last.get()?.s ?? 0
      if (written === 0 && now === seen) return { written, told: 0, entries: 0, tables: '' }
      const tables = which
        .all()
        .map(({ name, n }) => `${name} ${n}`)
        .join(', ')
      const told = since.all(seen).reduce((total, { changes }) => total + toldBy(changes), 0)
      const entries = now - seen
      clear.run()
      seen = now
      return { written, told, entries, tables }
    },
  }
}
