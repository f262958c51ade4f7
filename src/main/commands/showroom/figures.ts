import { can, inScope } from '#shared/access/can.ts'
import type { FigureTable } from '#shared/contract/figures.ts'
import { showroomFigures, type ShowroomFigure } from '#shared/domain/codes.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { rateOf } from '#main/rules/visit-figures.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  countFigure,
  listFigureRecords,
  type FigureRecord,
  type FigureSpan,
} from '#main/store/read/showroom-figures.ts'
import { findStaff, listStaff } from '#main/store/read/staff.ts'

interface Asked {
  readonly from: BusinessDate
  readonly until: BusinessDate
  /** Null asks for what nobody received. */
  readonly staffId?: string | null | undefined
}

/** The span that is asked about, within the asker's reach. */
function readSpan(
  store: ReadableStore,
  { from, until, staffId }: Asked,
  { actor, scope }: Context,
): FigureSpan {
  if (from > until) refuseField('from', 'from_after_until')
  if (typeof staffId === 'string' && (!inScope(scope, staffId) || !findStaff(store, staffId)))
    refuse('NOT_FOUND', { what: 'staff', id: staffId })
  return {
    from,
    until,
    staffId: staffId ?? null,
    scope,
    withNobody: actor.role !== 'consultant',
    onlyNobody: staffId === null,
  }
}

type Count = { numerator: number; denominator: number }
const nothing: Count = { numerator: 0, denominator: 0 }
const tableOf = (of: (figure: ShowroomFigure) => Count): FigureTable =>
  Object.fromEntries(
    showroomFigures.map((figure) => {
      const { numerator, denominator } = of(figure)
      return [figure, { numerator, denominator, rate: rateOf(numerator, denominator) }]
    }),
  ) as FigureTable

/** Of somebody else's customer the name is masked, as everywhere. */
function tellRecord(row: FigureRecord, { actor }: Context) {
  const { customerName, callerName, ownerId, counted, ...line } = row
  const reads = can(actor, 'customer.read')
  const openCard = row.customerId !== null && reads.yes && inScope(reads.scope, ownerId)
  const known = customerName !== null && !openCard ? maskName(customerName) : customerName
  return { ...line, counted: counted === 1, name: known ?? callerName, openCard }
}

/** Section 14: the figures of the showroom, and the records they count. */
export const figures: HandlersOf<'figures'> = {
  showroom: (store, input, context) => {
    const span = readSpan(store, input, context)
    const counted = new Map(
      showroomFigures.map((figure) => [
        figure,
        new Map(countFigure(store, figure, span).map((row) => [row.staffId, row])),
      ]),
    )
    const of = (figure: ShowroomFigure, staffId: string | null) =>
      counted.get(figure)?.get(staffId) ?? nothing
    const seen = new Set([...counted.values()].flatMap((rows) => [...rows.keys()]))
    const people = listStaff(store).filter(
      ({ staffId, role, status }) =>
        seen.has(staffId) ||
        (role === 'consultant' &&
          status === 'active' &&
          inScope(span.scope, staffId) &&
          (span.staffId ?? staffId) === staffId),
    )
    const rows = [
      ...people.map(({ staffId, name }) => ({ staffId, name })),
      ...(seen.has(null) ? [{ staffId: null, name: null }] : []),
    ]
    const sum = (figure: ShowroomFigure) =>
      [...(counted.get(figure)?.values() ?? [])].reduce(
        (total, each) => ({
          numerator: total.numerator + each.numerator,
          denominator: total.denominator + each.denominator,
        }),
        nothing,
      )
    return {
      from: span.from,
      until: span.until,
      rows: rows.map((row) => ({ ...row, figures: tableOf((figure) => of(figure, row.staffId)) })),
      total: tableOf(sum),
    }
  },

  showroomLines: (store, { figure, counted, ...input }, context) => {
    const span = readSpan(store, input, context)
    const page = readPage(input)
    const { rows, total } = listFigureRecords(store, figure, span, { counted, ...page })
    return pageOf(
      page,
      rows.map((row) => tellRecord(row, context)),
      total,
    )
  },
}
