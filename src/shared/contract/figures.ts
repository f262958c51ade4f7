import { z } from 'zod'
import { showroomFigure, showroomFigures, visitKind } from '../domain/codes.ts'
import { query } from './declare.ts'
import { date, id, page, rowsOf } from './pieces.ts'

const text = z.string().nullable()
const count = z.number().int()

/** A figure of section 14: so many (`numerator`) of so many (`denominator`). The rate of nothing is none. */
export const figureValue = z.object({
  numerator: count,
  denominator: count,
  /** 0 … 1 */
  rate: z.number().min(0).max(1).nullable(),
})

const figureTable = z.object(
  Object.fromEntries(showroomFigures.map((figure) => [figure, figureValue])) as Record<
    (typeof showroomFigures)[number],
    typeof figureValue
  >,
)
export type FigureTable = z.infer<typeof figureTable>

const span = { from: date, until: date, staffId: id.optional() }

/**
 * Section 14: the figures of the showroom. Each has one definition, and opens the records it counts.
 * - firstVisits 有效率: first visits with an intent to buy / all first visits of the span (R-11.1 有效).
 * - leaveContact 留档率: of the valid first visits those that left a phone.
 * - carding 建卡率: of the valid first visits those that got a card, whenever.
 * - testDrive 试驾率: of the valid first visits those that drove, then or until the end of the span.
 * - order 订购率: of the valid first visits of the span that got a card those whose customer has ordered since, whenever.
 * - secondVisit 二次来店率: of the customers registered in the span those whose first later face-to-face contact (visit, test drive, home
 *   visit, order) on another date falls in it.
 * - testDriveToOrder 试驾签单率: of the opportunities that drove in the span those that ordered on that date or later, whenever.
 * A visit belongs to whoever received it, a customer to his owner, a test drive to whoever entered it.
 */
export const figures = {
  /** The figures of a span, of each consultant within reach and of all of them together. */
  showroom: query({
    access: 'figure.read',
    input: z.strictObject(span),
    output: z.object({
      from: date,
      until: date,
      /** In the order of their names; visits for whom nobody was there (`staffId` null) come last. */
      rows: z.array(z.object({ staffId: id.nullable(), name: text, figures: figureTable })),
      total: figureTable,
    }),
  }),
  /**
   * The records that a figure counts; `counted` leaves those that stand in the numerator (true) or only below it (false), `staffId` those of
   * one person, null those that nobody received.
   */
  showroomLines: query({
    access: 'figure.read',
    input: z.strictObject({
      figure: showroomFigure,
      ...span,
      staffId: id.nullish(),
      counted: z.boolean().optional(),
      ...page,
    }),
    output: rowsOf(
      z.object({
        /** What is counted: the visit, the customer or the test drive. */
        lineId: id,
        on: date,
        counted: z.boolean(),
        /** When what counts happened: the card, the test drive, the order, the second visit. */
        followedOn: date.nullable(),
        staffId: id.nullable(),
        staffName: text,
        kind: visitKind.nullable(),
        name: text,
        model: text,
        visitId: id.nullable(),
        customerId: id.nullable(),
        opportunityId: id.nullable(),
        /** The asker may open the customer's card. */
        openCard: z.boolean(),
      }),
    ),
  }),
}
