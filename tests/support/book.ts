import Database from 'better-sqlite3'
import { intake, type LooseInput, type PersonName, type TrainingStore } from './training-store.ts'

/** Acts that tests of supervision need again and again. */

type Next = LooseInput<'followUps.execute'>['next']

/** A customer with an opportunity, registered by its owner on the day the clock shows. */
export const register = (
  store: TrainingStore,
  owner: PersonName,
  opportunity: {
    readonly grade: string
    readonly expected: string
    readonly plan: string
    readonly name?: string
  },
) =>
  store.ok(
    owner,
    'customers.register',
    intake({
      customer: { name: opportunity.name ?? '王伟' },
      opportunity: { grade: opportunity.grade, expectedPurchaseDate: opportunity.expected },
      plan: { on: opportunity.plan },
    }),
  )

export const planOn = (on: string): Next => ({ kind: 'plan', on, channel: 'phone', purpose: '' })

/** A follow-up that reached the customer, effective unless the content says otherwise. */
export const reach = (
  store: TrainingStore,
  who: PersonName,
  opportunityId: string,
  next: Next,
  rest: Partial<LooseInput<'followUps.execute'>> = {},
) =>
  store.ok(who, 'followUps.execute', {
    opportunityId,
    result: 'reached',
    channel: 'phone',
    content: '客户说周末来看车',
    next,
    ...rest,
  })

/** Puts rows where no call can put them yet, or where none ever should: visits, instructions, a plan gone missing. */
export function writeRows(
  store: TrainingStore,
  sql: string,
  ...parameters: (string | number | null)[]
): void {
  const db = new Database(store.file)
  db.prepare(sql).run(...parameters)
  db.close()
}

export function readRows<T>(store: TrainingStore, sql: string): T[] {
  const db = new Database(store.file, { readonly: true })
  const rows = db.prepare<[], T>(sql).all()
  db.close()
  return rows
}

/** Everything raised so far, as `date kind customer`, in the order of dates. */
export const raised = (store: TrainingStore): string[] =>
  store
    .ok('director', 'violations.list', { limit: 500 })
    .rows.map(({ on, kind, customerName }) => `${on} ${kind}${customerName ? ` ${customerName}` : ''}`)
    .sort()
