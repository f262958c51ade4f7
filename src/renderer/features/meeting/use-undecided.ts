import type { BusinessDate } from '#shared/time/business-date.ts'
import { usePages } from '../../api/use-pages.ts'
import type { AgendaPage, Violation } from './agenda.ts'

/** The violations that a page is about, its customer's or those without one: of the date, and older ones not yet decided. */
export function useUndecided(on: BusinessDate, page: AgendaPage | undefined): readonly Violation[] {
  const staffId = page?.staffId
  const enabled = { enabled: page !== undefined }
  const of = staffId === undefined ? {} : { staffId }
  const ofDate = usePages('violations.list', { ...of, from: on, until: on }, enabled)
  const raised = usePages('violations.list', { ...of, until: on, status: 'raised' }, enabled)
  const objected = usePages('violations.list', { ...of, until: on, status: 'objected' }, enabled)
  if (!page) return []
  const all = [...ofDate.rows, ...raised.rows, ...objected.rows].filter(
    ({ customerId }) => customerId === page.customerId,
  )
  return [...new Map(all.map((each) => [each.violationId, each])).values()]
}
