import type { Scope } from '#shared/access/can.ts'
import type { LadderName } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

interface Filter extends Record<string, unknown> {
  readonly staffIds: string | null
  readonly staffId: string | null
  readonly status: string | null
}
/** An occasion: one person, ladder and date. */
export interface OccasionKey {
  readonly staffId: string
  readonly ladder: LadderName
  readonly on: BusinessDate
}

interface Kept {
  readonly table: 'rectifications' | 'suspensions'
  /** The key of the table. */
  readonly id: string
  /** Selects the row, called `w`, with the words of a list. */
  readonly listed: string
  /** What still has to be done comes first. */
  readonly order: string
}

/** Readers of what follows an occasion beside its amount: a report, a suspension for study. */
export function consequenceReaders<Row, Status extends string>({ table, id, listed, order }: Kept) {
  const filtered = `
    where ${whoseRows('w.staff_id')} and (@staffId is null or w.staff_id = @staffId)
      and (@status is null or w.status = @status)`
  const page = preparedSql<Row, Filter & { limit: number; offset: number }>(
    `${listed} ${filtered} order by ${order} limit @limit offset @offset`,
  )
  const count = preparedSql<{ n: number }, Filter>(`select count(*) as n from ${table} w ${filtered}`)
  const byId = preparedSql<Row, { id: string }>(`${listed} where w.${id} = @id`)
  const standing = `${listed} where w.status <> 'dropped'`
  const ofEntry = preparedSql<Row, { entryId: string }>(`${standing} and w.entry_id = @entryId`)
  const ofOccasion = preparedSql<Row, { staffId: string; ladder: string; on: string }>(
    `${standing} and w.staff_id = @staffId and w.ladder = @ladder and w."on" = @on`,
  )
  return {
    /** Rows within reach, and how many there are. */
    list: (
      store: ReadableStore,
      scope: Scope,
      filter: { readonly staffId?: string | undefined; readonly status?: Status | undefined },
      { limit, offset }: { readonly limit: number; readonly offset: number },
    ) => {
      const parameters = {
        staffIds: scopeParameter(scope),
        staffId: filter.staffId ?? null,
        status: filter.status ?? null,
      }
      return {
        rows: page(store).all({ ...parameters, limit, offset }),
        total: count(store).get(parameters)?.n ?? 0,
      }
    },
    /** Whoever's it is: the caller checks the scope. */
    find: (store: ReadableStore, key: string): Row | undefined => byId(store).get({ id: key }),
    /** Those of an entry of the ledger that are not dropped. */
    ofEntry: (store: ReadableStore, entryId: string): Row[] => ofEntry(store).all({ entryId }),
    /** That of an occasion that is not dropped. */
    ofOccasion: (store: ReadableStore, { staffId, ladder, on }: OccasionKey): Row | undefined =>
      ofOccasion(store).get({ staffId, ladder, on }),
  }
}
