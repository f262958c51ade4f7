import type { RowOf } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import type { Entry } from './penalty.ts'

const most = 500

/** The violations that a line of the ledger is about, as far as they are within reach. */
export function useEntryViolations({
  ofStaffId,
  on,
  violationIds,
}: Pick<Entry, 'ofStaffId' | 'on' | 'violationIds'>): readonly RowOf<'violations.list'>[] {
  const list = useQuery('violations.list', { staffId: ofStaffId, from: on, until: on, limit: most })
  return (list.data?.rows ?? []).filter(({ violationId }) => violationIds.includes(violationId))
}
