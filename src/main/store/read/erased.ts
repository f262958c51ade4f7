import { sqliteOf, type ReadableStore } from '../handle.ts'

/**
 * Ids of everybody who is erased in a store of any schema (S7), records that were merged into one of them as well: in an older backup they
 * stand by themselves.
 */
export function listErased(store: ReadableStore): string[] {
  const sqlite = sqliteOf(store)
  const knows = sqlite.prepare("select 1 from pragma_table_info('customers') where name = 'erased_on'").get()
  if (!knows) return []
  return sqlite
    .prepare<[], string>(`select customer_id from customers where erased_on is not null order by customer_id`)
    .pluck()
    .all()
}

/** Which of these customers are in a store and not erased there. */
export function listStillThere(store: ReadableStore, customerIds: readonly string[]): string[] {
  const erased = new Set(listErased(store))
  const found = sqliteOf(store)
    .prepare<[string], string>(
      'select customer_id from customers where customer_id in (select value from json_each(?)) order by customer_id',
    )
    .pluck()
    .all(JSON.stringify(customerIds))
  return found.filter((customerId) => !erased.has(customerId))
}
