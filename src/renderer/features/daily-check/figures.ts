import { figures, type Figure } from '#shared/domain/codes.ts'
import type { CallOutput } from '../../api/calls.ts'
import type { CheckLine } from '#shared/contract/supervision.ts'

export type { CheckLine }
export type Check = CallOutput<'dailyCheck.get'>
export type SignedCheck = CallOutput<'dailyCheck.signed'>
/** What the table draws: the check of now, or a frozen one. */
export type CheckSheet = Pick<Check, 'on' | 'consultants' | 'store'>
export type FigureValues = CheckSheet['store']['figures']

/** A figure of the table: of one consultant, or of all of them. */
export interface FigureCell {
  /** Null is the line of totals. */
  readonly staffId: string | null
  readonly figure: Figure
}

type Weight = 'plain' | 'mind' | 'act'

/** How a figure above zero is drawn: as a number, bold, or bold and red with a sign. */
export const weightOf: Readonly<Record<Figure, Weight>> = {
  dueToday: 'plain',
  doneToday: 'plain',
  notDone: 'mind',
  overdue: 'act',
  expired: 'act',
  missingPlan: 'act',
  beyondLimit: 'act',
  outOfStep: 'mind',
  dormant: 'mind',
  uncardedVisits: 'act',
  unanswered: 'mind',
  lateRecorded: 'mind',
}
const toActOn = figures.filter((figure) => weightOf[figure] === 'act')

/** The figures of somebody that somebody must act on, with how many. */
export const openFigures = (values: FigureValues): { figure: Figure; count: number }[] =>
  toActOn.map((figure) => ({ figure, count: values[figure] })).filter(({ count }) => count > 0)

export const countLines = (values: FigureValues): number =>
  figures.reduce((sum, figure) => sum + values[figure], 0)

/** The next figure to act on after the given one, row by row, beginning anew at the end. */
export function nextToActOn(sheet: CheckSheet, after: FigureCell | null): FigureCell | null {
  const cells = sheet.consultants.flatMap(({ staffId, figures: values }) =>
    openFigures(values).map(({ figure }): FigureCell => ({ staffId, figure })),
  )
  const place = (cell: FigureCell) =>
    sheet.consultants.findIndex(({ staffId }) => staffId === cell.staffId) * figures.length +
    figures.indexOf(cell.figure)
  const from = after === null || after.staffId === null ? -1 : place(after)
  return cells.find((cell) => place(cell) > from) ?? cells[0] ?? null
}

export const keyOfLine = (line: CheckLine) =>
  [
    line.figure,
    line.staffId,
    line.customerId,
    line.opportunityId,
    line.planId,
    line.followUpId,
    line.on,
    // Two instructions of one day on one customer differ in their words only.
    JSON.stringify(line.reasons),
  ].join()

/** A share as it is written: 83%. */
export const percent = (rate: number | null) => (rate === null ? '—' : `${Math.round(rate * 100)}%`)
