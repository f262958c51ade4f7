import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as tables from '../../schema/index.ts'

/** What stands for words that were taken out: signs only, so that two of them are no text that somebody copied. */
export const blackened = '■■■'

/** Where a person's data lies (S7): one entry a table. Columns by their names in the schema's code. */
export interface Held {
  readonly table: SQLiteTable
  /** Which rows are about him: SQL over @ids, @deals and @phones, each a JSON list. */
  readonly his: string
  /** Words, blackened in his rows where there are any; where his name or number stands in another's, only that. */
  readonly words: readonly string[]
  /** What else tells of him in his rows, and what stands there afterwards; a column that is empty stays empty. */
  readonly instead?: Readonly<Record<string, unknown>>
  /** Texts that the product made: of them only his name and number go. */
  readonly told?: readonly string[]
  /** Evidence that triggers guard: a redaction names the row first. */
  readonly guarded?: true
}

/** Stands for the name in `instead`: the neutral name in the language of the store. */
export const neutralName = Symbol('neutral name')

const among = (column: string, list: 'ids' | 'deals' | 'phones' | 'contacts' | 'visits' | 'leads') =>
  `${column} in (select value from json_each(@${list}))`

const nothing = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, null]))

/** Every place but the evidence itself (`redact-evidence.ts`) and the phones (`commands/privacy/erase-person.ts`). */
export const held: readonly Held[] = [
  {
    table: tables.customers,
    his: among('customer_id', 'ids'),
    words: [],
    instead: {
      ...nothing('birthday', 'area', 'wechat', 'email', 'address', 'company', 'occupation', 'plate'),
      ...nothing('currentCar', 'family', 'companion'),
      name: neutralName,
      pinyin: '',
      initials: '',
      mobile: '',
      doNotContact: [],
    },
    // Somebody else's card may name him as the one who came along.
    told: ['family', 'companion'],
  },
  {
    table: tables.identityChanges,
    his: among('customer_id', 'ids'),
    words: ['before', 'after'],
  },
  { table: tables.owners, his: among('customer_id', 'ids'), words: [], told: ['reason'] },
  {
    table: tables.opportunities,
    his: among('customer_id', 'ids'),
    words: ['remark'],
    instead: nothing('competitor', 'budget', 'payment', 'use', 'tradeInCar'),
  },
  { table: tables.plans, his: among('customer_id', 'ids'), words: ['purpose', 'beyondLimitReason'] },
  {
    table: tables.followUps,
    his: among('customer_id', 'ids'),
    words: ['content', 'feedback'],
    told: ['effectiveReasons'],
    guarded: true,
  },
  {
    table: tables.lossApplications,
    his: among('opportunity_id', 'deals'),
    words: ['note', 'decisionReason', 'competitor'],
  },
  {
    table: tables.visits,
    his: `(${among('customer_id', 'ids')} or (customer_id is null and ${among('phone', 'phones')}))`,
    words: ['remark'],
    // What was left by him counts on: the totals of the desk ask whether there was a phone.
    instead: { callerName: neutralName, phone: '', plate: '' },
  },
  {
    table: tables.leads,
    his: `(${among('customer_id', 'ids')} or (customer_id is null and ${among('phone', 'phones')}))`,
    words: ['remark', 'closedReason'],
    instead: { name: neutralName, phone: '', area: null },
  },
  { table: tables.leadExceptions, his: among('lead_id', 'leads'), words: ['note', 'outcome'] },
  {
    table: tables.instructions,
    his: among('customer_id', 'ids'),
    words: ['text', 'answer'],
  },
  {
    table: tables.claims,
    his: among('customer_id', 'ids'),
    words: ['statement', 'answer', 'decisionReason'],
  },
  {
    table: tables.violations,
    his: `(${among('customer_id', 'ids')} or ${among('opportunity_id', 'deals')})`,
    words: ['decisionReason', 'objection'],
    told: ['reasons', 'identity'],
  },
  {
    table: tables.recordings,
    his: `(${among('follow_up_id', 'contacts')} or ${among('phone', 'phones')})`,
    words: ['fileName'],
    // A place that leads nowhere: the file itself goes with the act.
    instead: { path: '', phone: null, state: 'missing' },
    guarded: true,
  },
  {
    table: tables.merges,
    his: `(${among('kept_id', 'ids')} or ${among('dropped_id', 'ids')})`,
    words: ['reason'],
    told: ['snapshot'],
  },
  {
    table: tables.rotationEvents,
    his: `(${among('visit_id', 'visits')} or ${among('lead_id', 'leads')})`,
    words: ['note'],
    told: ['reasons'],
    guarded: true,
  },
  { table: tables.reassignmentMoves, his: among('customer_id', 'ids'), words: [], told: ['snapshot'] },
  // Below this nothing is his own, but somebody may have written of him.
  { table: tables.reassignments, his: '0', words: [], told: ['reason'] },
  { table: tables.leaves, his: '0', words: [], told: ['note'] },
  { table: tables.registerDays, his: '0', words: [], told: ['note'], guarded: true },
  { table: tables.penaltyEntries, his: '0', words: [], told: ['reason', 'reasons'], guarded: true },
  { table: tables.rectifications, his: '0', words: [], told: ['cause', 'measures', 'reviewNote'] },
  { table: tables.suspensions, his: '0', words: [], told: ['note'] },
  { table: tables.importBatches, his: '0', words: [], told: ['fileName'] },
]
