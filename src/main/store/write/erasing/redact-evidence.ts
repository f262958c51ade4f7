import { and, eq, getTableName } from 'drizzle-orm'
import { drizzleOf, sqliteOf, type ReadableStore, type RowChange, type WritableStore } from '../../handle.ts'
import { auditEntries, redactions, signedChecks } from '../../schema/index.ts'
import { eachAuditEntry } from '../../read/verification.ts'
import { someEntries, type Entries } from './some-entries.ts'
import { redactedDigests, redactedSheetDigests, untold, type RedactionDigests } from '../audit.ts'
import { insertRow, updateKeyedRow } from '../rows.ts'
import { held, type Held } from './held.ts'
import { takeOutOfJson, type TakeOut } from './take-out.ts'

/** Who is erased, as the evidence knows him. */
export interface Erasing {
  readonly erasureId: string
  readonly newId: () => string
  /** Ids of all rows about him. */
  readonly rows: ReadonlySet<string>
}

/** Names a row of evidence from which text is taken, before it is: the triggers ask for it. */
export const addRedaction = (
  store: WritableStore,
  { erasureId, newId }: Erasing,
  row: { readonly tableName: string; readonly rowId: string },
  digests: RedactionDigests,
): void => insertRow(store, redactions, { redactionId: newId(), erasureId, ...row, ...digests })

const phoneTables: readonly string[] = ['customer_phones', 'shared_phones']
const keysOf = ({ words, instead = {} }: Held) => [...words, ...Object.keys(instead)]
/** Columns of a table that the trail no longer tells of him. */
export const personalKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...held.map((each): [string, ReadonlySet<string>] => [getTableName(each.table), new Set(keysOf(each))]),
  ...phoneTables.map((table): [string, ReadonlySet<string>] => [
    table,
    new Set(['phone', 'reversed', 'reason', 'sharedPhoneId']),
  ]),
  ['duplicate_dismissals', new Set(['reason'])],
])

const isAbout = (rows: ReadonlySet<string>) => (entry: Readonly<Record<string, unknown>>) =>
  Object.values(entry).some((value) => typeof value === 'string' && rows.has(value))

/** Whether a change that the trail tells is about him. */
export const isHisChange = ({ id, before, after }: RowChange, rows: ReadonlySet<string>): boolean =>
  rows.has(id) || [before, after].some((row) => row !== null && isAbout(rows)(row))

/** Puts `untold` in place of every value of some columns. */
export const untell = (row: RowChange['before'], keys: ReadonlySet<string>): RowChange['before'] =>
  row &&
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, keys.has(key) && value !== null ? untold : value]),
  )

/** Columns of which an erasure takes words in other people's rows: there the trail says what the row says. */
const sweptKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  held.map((each) => [getTableName(each.table), new Set([...each.words, ...(each.told ?? [])])]),
)

/** A row of somebody else: where the row itself keeps what is taken out here, the trail tells nothing of it any more. */
function redactOther(row: RowChange['before'], table: string, take: TakeOut): RowChange['before'] {
  if (!row) return row
  const swept = sweptKeys.get(table)
  const told = Object.entries(row).map(([key, value]) => {
    const left = takeOutOfJson(value, take, () => false)
    if (JSON.stringify(left) === JSON.stringify(value)) return [key, value]
    return [key, swept?.has(key) ? left : untold]
  })
  return Object.fromEntries(told) as RowChange['before']
}

/** One change of the trail without him. */
function redactChange(change: RowChange, take: TakeOut, rows: ReadonlySet<string>): RowChange {
  const { table, id, before, after } = change
  if (!isHisChange(change, rows))
    return {
      ...change,
      id: take.fromAny(id) === id ? id : untold,
      before: redactOther(before, table, take),
      after: redactOther(after, table, take),
    }
  const keys = personalKeys.get(table) ?? new Set()
  const his = (row: RowChange['before']) =>
    takeOutOfJson(untell(row, keys), take, isAbout(rows), true) as RowChange['before']
  return {
    ...change,
    id: table === 'customer_phones' || take.fromAny(id) !== id ? untold : id,
    before: his(before),
    after: his(after),
  }
}

/** What an entry says without him; the same text where he is not in it. */
function redactChanges(changes: string, take: TakeOut, rows: ReadonlySet<string>): string {
  const said = JSON.parse(changes) as RowChange[] | { readonly rows?: RowChange[] }
  if (!Array.isArray(said)) {
    const kept = said.rows?.map((each) => redactChange(each, take, rows))
    return JSON.stringify(kept ? { ...said, rows: kept } : said)
  }
  return JSON.stringify(said.map((each) => redactChange(each, take, rows)))
}

/** What an act on one customer may change beside his rows. */
const beside: readonly string[] = ['rotation_places', 'rotation_events', 'leave_lines', 'settings']

/**
 * Why somebody did something with him alone is about him, whatever it says: the whole reason goes. Of an act that was about others
 * as well, and of what left the program (its reason is JSON), only what tells of him.
 */
function redactReason(
  { changes, reason, call }: { readonly changes: string; readonly reason: string; readonly call: string },
  take: TakeOut,
  rows: ReadonlySet<string>,
): string {
  const said = JSON.parse(changes) as unknown
  const told = Array.isArray(said) ? (said as RowChange[]).filter(({ table }) => !beside.includes(table)) : []
  const his = told.filter((change) => isHisChange(change, rows))
  if (his.length === 0 || call === 'privacy.erase') return take.fromAny(reason)
  return his.length === told.length && !reason.startsWith('{') ? untold : take.fromHis(reason)
}

const rewrite = `update "${getTableName(auditEntries)}" set changes = ?, reason = ? where sequence = ?`

/** Which entries tell of him, and what they say without him. */
function* redactedOf(store: ReadableStore, rows: ReadonlySet<string>, take: TakeOut, only?: Entries) {
  for (const entry of only ? someEntries(store, only) : eachAuditEntry(store)) {
    const changes = redactChanges(entry.changes, take, rows)
    const reason = entry.reason === null ? null : redactReason({ ...entry, reason: entry.reason }, take, rows)
    if (changes !== entry.changes || reason !== entry.reason) yield { entry, changes, reason }
  }
}

/** The entries that `redactTrail` will change: reading the whole trail need not be done in the act. */
export const findTelling = (store: ReadableStore, rows: ReadonlySet<string>, take: TakeOut): number[] =>
  Array.from(redactedOf(store, rows, take), ({ entry }) => entry.sequence)

/**
 * Takes him out of the trail and leaves what happened, when and by whom. Each entry keeps its hash; its redaction says what
 * it was and what it is (S6). Not noted as changes of the act: they would tell what was taken out. Returns how many.
 */
export function redactTrail(store: WritableStore, erasing: Erasing, take: TakeOut, only?: Entries): number {
  const found = Array.from(redactedOf(store, erasing.rows, take, only), ({ entry, changes, reason }) => ({
    sequence: entry.sequence,
    changes,
    reason,
    digests: redactedDigests(entry, { changes, reason }),
  }))
  const update = sqliteOf(store).prepare<[string, string | null, number]>(rewrite)
  for (const { sequence, changes, reason, digests } of found) {
    addRedaction(store, erasing, { tableName: 'audit_entries', rowId: String(sequence) }, digests)
    update.run(changes, reason, sequence)
  }
  return found.length
}

/** The same of the signed daily checks: his lines stay, with every figure. Returns how many. */
export function redactSheets(store: WritableStore, erasing: Erasing, take: TakeOut): number {
  const about = isAbout(erasing.rows)
  const keys = drizzleOf(store)
    .select({ on: signedChecks.on, signedBy: signedChecks.signedBy })
    .from(signedChecks)
    .all()
  let redacted = 0
  for (const { on, signedBy } of keys) {
    const sheet = drizzleOf(store)
      .select()
      .from(signedChecks)
      .where(and(eq(signedChecks.on, on), eq(signedChecks.signedBy, signedBy)))
      .get()
    if (!sheet) continue
    const snapshot = JSON.stringify(takeOutOfJson(JSON.parse(sheet.snapshot), take, about))
    const note = sheet.note === null ? null : take.fromAny(sheet.note)
    if (snapshot === sheet.snapshot && note === sheet.note) continue
    addRedaction(
      store,
      erasing,
      { tableName: 'signed_checks', rowId: `${on} ${signedBy}` },
      redactedSheetDigests(sheet.snapshot, snapshot),
    )
    updateKeyedRow(store, signedChecks, { on, signedBy }, { snapshot, note })
    redacted += 1
  }
  return redacted
}
