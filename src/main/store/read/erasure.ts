import { sqliteOf, type ReadableStore } from '../handle.ts'

/**
 * What is about a person, before he is erased (S7). Asked seldom: prepared where it stands, and some of it reads tables from end to
 * end.
 */

/** The rows through which everything about him is found. */
export interface Reach {
  /** His record and those that were merged into it. */
  readonly ids: readonly string[]
  readonly deals: readonly string[]
  readonly contacts: readonly string[]
  readonly visits: readonly string[]
  readonly leads: readonly string[]
  /** His numbers, also former ones, that are nobody else's. */
  readonly phones: readonly string[]
}

const column = (store: ReadableStore, text: string, parameters: Record<string, string>): string[] =>
  sqliteOf(store)
    .prepare<[Record<string, string>], string>(text)
    .pluck()
    .all(parameters)
    .filter((value) => typeof value === 'string' && value !== '')

/** The lists of a reach as SQL takes them. */
export const listsOf = (reach: Reach): Record<string, string> =>
  Object.fromEntries(Object.entries(reach).map(([name, list]) => [name, JSON.stringify(list)]))

const listed = (name: string) => `(select value from json_each(@${name}))`

/** His record, what was merged into it, and every row that hangs on one of them. */
export function reachOf(store: ReadableStore, customerId: string, formerPhones: readonly string[]): Reach {
  const ids = column(
    store,
    `with recursive his(id) as (select @customerId
       union select c.customer_id from customers c join his on c.merged_into_id = his.id) select id from his`,
    { customerId },
  )
  const his = { ids: JSON.stringify(ids) }
  const of = (text: string) => column(store, text, his)
  const known = [
    ...of(`select phone from customer_phones where customer_id in ${listed('ids')}`),
    ...of(`select mobile from customers where customer_id in ${listed('ids')}`),
    ...of(
      `select before from identity_changes where field = 'mobile' and customer_id in ${listed('ids')}
       union select after from identity_changes where field = 'mobile' and customer_id in ${listed('ids')}`,
    ),
    ...of(`select phone from visits where customer_id in ${listed('ids')}`),
    ...of(`select phone from leads where customer_id in ${listed('ids')}`),
    ...formerPhones,
  ]
  const others = new Set(
    column(
      store,
      `select phone from customer_phones where phone in ${listed('phones')} and customer_id not in ${listed('ids')}
       union select phone from shared_phones where phone in ${listed('phones')} and customer_id not in ${listed('ids')}`,
      { ...his, phones: JSON.stringify(known) },
    ),
  )
  const phones = [...new Set(known)].filter((phone) => !others.has(phone))
  const through = { ...his, phones: JSON.stringify(phones) }
  const unknown = `customer_id is null and phone in ${listed('phones')}`
  return {
    ids,
    phones,
    deals: of(`select opportunity_id from opportunities where customer_id in ${listed('ids')}`),
    contacts: of(`select follow_up_id from follow_ups where customer_id in ${listed('ids')}`),
    visits: column(
      store,
      `select visit_id from visits where customer_id in ${listed('ids')} or (${unknown})`,
      through,
    ),
    leads: column(
      store,
      `select lead_id from leads where customer_id in ${listed('ids')} or (${unknown})`,
      through,
    ),
  }
}

/** By what a person is known in a text, wherever it stands. */
export interface Known {
  readonly names: readonly string[]
  readonly phones: readonly string[]
  /** Plates, accounts and addresses of mail. */
  readonly marks: readonly string[]
}

/** The names, plates and accounts that his rows hold. */
export function listKnown(store: ReadableStore, reach: Reach): Known {
  const of = (text: string) => column(store, text, listsOf(reach))
  const names = of(
    `select name from customers where customer_id in ${listed('ids')}
     union select before from identity_changes where field = 'name' and customer_id in ${listed('ids')}
     union select after from identity_changes where field = 'name' and customer_id in ${listed('ids')}
     union select caller_name from visits where visit_id in ${listed('visits')}
     union select name from leads where lead_id in ${listed('leads')}`,
  )
  const marks = of(
    `select wechat from customers where customer_id in ${listed('ids')}
     union select email from customers where customer_id in ${listed('ids')}
     union select plate from customers where customer_id in ${listed('ids')}
     union select plate from visits where visit_id in ${listed('visits')}`,
  )
  return { names, phones: reach.phones, marks }
}

/** Whether nobody else's name contains this one: only then may it be taken out of texts that are not about him. */
export const isNobodyElses = (store: ReadableStore, name: string, { ids }: Reach): boolean =>
  column(
    store,
    `select '1' where exists (select 1 from customers where instr(name, @name) > 0 and customer_id not in ${listed('ids')})
       or exists (select 1 from staff where instr(name, @name) > 0)`,
    { name, ids: JSON.stringify(ids) },
  ).length === 0

/** How many rows of a table are about him. */
export function countHis(store: ReadableStore, table: string, his: string, reach: Reach): number {
  const row = sqliteOf(store)
    .prepare<[Record<string, string>], { n: number }>(`select count(*) as n from "${table}" where ${his}`)
    .get(listsOf(reach))
  return row?.n ?? 0
}
