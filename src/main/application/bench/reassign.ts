import { sqliteOf } from '#main/store/handle.ts'
import { copyStore, sitDown, type Desk, type Statement } from './desk.ts'
import { summarise, timed, type Measured } from './measure.ts'
import { measureQuery } from './queries.ts'

/** So many customers are moved in one act, where the store has them. */
const wanted = 5000
/** One act takes longer than a hundred follow-ups: fewer samples say as much. */
const acts = 5

interface Sender {
  readonly staffId: string
  readonly others: readonly string[]
  readonly customers: number
}

/** Gives one consultant as many customers as are wanted, so that there is somebody to take them from. */
function gather(desk: Desk): Sender {
  const { token } = desk.signedIn('director')
  const holdings = () =>
    desk.ask<{ rows: { staffId: string; customers: number; mayReceive: boolean }[] }>(
      'reassignments.holdings',
      undefined,
      token,
    ).rows
  const [sender, ...others] = holdings().filter(({ mayReceive }) => mayReceive)
  if (!sender) throw new Error('the store has nobody who may receive')
  let { customers } = sender
  for (const each of others) {
    if (customers >= wanted || each.customers === 0) continue
    const input = {
      from: each.staffId,
      customerIds: 'all',
      to: [sender.staffId],
      spread: 'one',
      reason: 'bench',
    }
    customers += desk.ask<{ moved: number }>('reassignments.apply', input, token).moved
  }
  return { staffId: sender.staffId, others: others.map(({ staffId }) => staffId), customers }
}

/** The customers that are moved, and how. */
function chooseCustomers(desk: Desk, { staffId, others, customers }: Sender) {
  const customerIds = sqliteOf(desk.application.store)
    .prepare<[string, number], string>(
      'select customer_id from customers where owner_id = ? and merged_into_id is null order by customer_id limit ?',
    )
    .pluck()
    .all(staffId, Math.min(customers, wanted))
  return { from: staffId, customerIds, to: others, spread: 'evenByGrade' }
}

/** The writes of an act in one transaction, without the product; each statement prepared once. */
function replay(desk: Desk, statements: readonly Statement[]): () => void {
  const sqlite = sqliteOf(desk.application.store)
  const prepared = new Map<string, ReturnType<typeof sqlite.prepare>>()
  const work = statements.map(({ sql, values }) => {
    const statement = prepared.get(sql) ?? sqlite.prepare(sql)
    prepared.set(sql, statement)
    return { statement, values }
  })
  const act = sqlite.transaction(() => {
    for (const { statement, values } of work) {
      if (statement.reader) statement.all(...values)
      else statement.run(...values)
    }
  })
  return () => act.immediate()
}

/**
 * The preview of a reassignment, the act and its undoing, of thousands of customers at once. The floor of the
 * two acts: the same writes, replayed without the product on another copy of the same file.
 */
export function measureReassigning(
  {
    seeded,
    copy,
    migrationsFolder,
  }: {
    readonly seeded: string
    readonly copy: (name: string) => string
    readonly migrationsFolder: string
  },
  around: { readonly size: string; readonly runs: number },
): Measured[] {
  const [plainFile, tracedFile, bareFile] = ['reassign', 'reassign-traced', 'reassign-bare'].map(copy)
  if (!plainFile || !tracedFile || !bareFile) throw new Error('three copies are needed')
  copyStore(seeded, plainFile)
  const gathering = sitDown({ file: plainFile, migrationsFolder })
  const input = chooseCustomers(gathering, gather(gathering))
  gathering.close()
  for (const file of [tracedFile, bareFile]) copyStore(plainFile, file)

  const plain = sitDown({ file: plainFile, migrationsFolder })
  const traced = sitDown({ file: tracedFile, migrationsFolder, traced: true })
  const bare = sitDown({ file: bareFile, migrationsFolder })
  const { token } = plain.signedIn('director')
  const preview = measureQuery(
    { plain, traced },
    {
      name: 'preview a reassignment',
      questions: [{ call: 'reassignments.preview', input: { ...input, limit: 50 }, token }],
    },
    around,
  )
  const apply = (desk: Desk) =>
    desk.ask<{ reassignmentId: string }>('reassignments.apply', { ...input, reason: 'bench' }, token)
  const undo = (desk: Desk, { reassignmentId }: { readonly reassignmentId: string }) =>
    desk.ask('reassignments.undo', { reassignmentId }, token)
  const samples = { apply: [] as number[], undo: [] as number[] }
  const floors = { apply: [] as number[], undo: [] as number[] }
  const writesOf = <T>(work: () => T) => {
    traced.takeTrace()
    const done = work()
    return { done, writes: traced.takeWrites() }
  }
  for (let i = 0; i < Math.min(acts, around.runs); i += 1) {
    let made = { reassignmentId: '' }
    samples.apply.push(timed(() => (made = apply(plain))))
    samples.undo.push(timed(() => undo(plain, made)))
    const applied = writesOf(() => apply(traced))
    floors.apply.push(timed(replay(bare, applied.writes)))
    floors.undo.push(timed(replay(bare, writesOf(() => undo(traced, applied.done)).writes)))
  }
  for (const desk of [plain, traced, bare]) desk.close()
  const { size } = around
  const count = input.customerIds.length
  return [
    preview,
    summarise({ name: `reassign ${count} customers`, size, kind: 'save' }, samples.apply, floors.apply),
    summarise({ name: 'undo a reassignment', size, kind: 'save' }, samples.undo, floors.undo),
  ]
}
