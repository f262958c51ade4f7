import type { ImportDecisions } from '#shared/contract/imports.ts'
import type { ProblemKind } from '#shared/domain/codes.ts'
import { refuseField } from '#shared/errors.ts'
import { parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { CheckedRow } from './find-problems.ts'
import type { RowProblem } from './read-row.ts'

/** A row with every problem settled: name, phone and owner are there. */
export type AcceptedRow = Omit<CheckedRow, 'customer' | 'ownerId'> & {
  readonly customer: Omit<CheckedRow['customer'], 'name' | 'mobile'> & {
    readonly name: string
    readonly mobile: string
  }
  readonly ownerId: string
}
/** A row that goes back to the store, and why. */
export type RejectedRow = { readonly row: number; readonly reasons: readonly RowProblem[] }
export type DecidedRows = {
  readonly accepted: readonly AcceptedRow[]
  readonly rejected: readonly RejectedRow[]
}

export type DecisionContext = {
  readonly today: BusinessDate
  /** Codes of the grades of the policy in force. */
  readonly grades: readonly string[]
  /** The id of an active consultant by name or by id. */
  readonly findStaff: (nameOrId: string) => string | undefined
}

/** Words that stand for a value: the date is left out, the grade follows from the date. */
export const emptyDate = 'empty'
export const gradeByDate = 'by_date'

const longestName = 100

type Change = (row: CheckedRow, problem: RowProblem) => CheckedRow

const refuseDefault = (kind: ProblemKind, code: string, data?: Readonly<Record<string, unknown>>): never =>
  refuseField(`decisions.${kind}`, code, data)

const setName = (value: string): Change => {
  const name = value.trim()
  if (name === '') refuseDefault('name_missing', 'required')
  if (name.length > longestName) refuseDefault('name_missing', 'too_long', { max: longestName })
  return (row) => ({ ...row, customer: { ...row.customer, name } })
}

/**
 * `empty` leaves the date out: the purchase date then follows from the grade, the opening is the day of the
 * import. A date is meant as purchase date (R-3.10: not before today); an unreadable opening stays empty.
 */
const setDate = (value: string, { today }: DecisionContext): Change => {
  const on = value === emptyDate ? null : parseBusinessDate(value)
  if (on === undefined) return refuseDefault('date_invalid', 'not_a_date')
  if (on !== null && on < today) return refuseDefault('date_invalid', 'too_small', { min: today })
  return (row, { field }) =>
    field === 'expectedPurchaseDate'
      ? { ...row, opportunity: { ...row.opportunity, expectedPurchaseDate: on } }
      : row
}

const setOwner = (value: string, { findStaff }: DecisionContext): Change => {
  const ownerId = findStaff(value.trim())
  if (ownerId === undefined) return refuseDefault('staff_unknown', 'unknown_staff')
  return (row) => ({ ...row, ownerId })
}

const setGrade = (value: string, { grades }: DecisionContext): Change => {
  const code = value.trim().toUpperCase()
  if (value !== gradeByDate && !grades.includes(code)) {
    return refuseDefault('grade_unknown', 'unknown_grade', {
      grade: value,
      allowed: [...grades, gradeByDate].join(', '),
    })
  }
  const grade = value === gradeByDate ? null : code
  return (row) => ({ ...row, opportunity: { ...row.opportunity, grade } })
}

/** One phone belongs to one customer, so no phone can be given to a whole kind of rows. */
const noDefault = (kind: ProblemKind): never => refuseDefault(kind, 'not_allowed', { allowed: 'skip' })

const changeFor = (kind: ProblemKind, value: string, context: DecisionContext): Change => {
  switch (kind) {
    case 'name_missing':
      return setName(value)
    case 'date_invalid':
      return setDate(value, context)
    case 'staff_unknown':
      return setOwner(value, context)
    case 'grade_unknown':
      return setGrade(value, context)
    case 'phone_invalid':
    case 'phone_missing':
    case 'phone_repeated':
    case 'phone_known':
      return noDefault(kind)
  }
}

/**
 * Settles each row by the decisions, one for each kind of problem: `skip` (also where nothing was decided)
 * rejects the row, a default mends it. A default that makes no sense is refused, named `decisions.<kind>`.
 */
export const decideRows = (
  rows: readonly CheckedRow[],
  decisions: ImportDecisions,
  context: DecisionContext,
): DecidedRows => {
  const changes = new Map<ProblemKind, Change>()
  for (const [kind, decision] of Object.entries(decisions) as [ProblemKind, ImportDecisions[ProblemKind]][]) {
    if (decision !== undefined && decision !== 'skip')
      changes.set(kind, changeFor(kind, decision.default, context))
  }
  const accepted: AcceptedRow[] = []
  const rejected: RejectedRow[] = []
  for (const row of rows) {
    const reasons = row.problems.filter(({ kind }) => !changes.has(kind))
    if (reasons.length > 0) {
      rejected.push({ row: row.row, reasons })
      continue
    }
    const mended = row.problems.reduce(
      (each, problem) => changes.get(problem.kind)?.(each, problem) ?? each,
      row,
    )
    const { name, mobile } = mended.customer
    const { ownerId } = mended
    if (name === null || mobile === null || ownerId === null)
      throw new Error(`row ${row.row} has an unnamed problem`)
    accepted.push({ ...mended, ownerId, customer: { ...mended.customer, name, mobile } })
  }
  return { accepted, rejected }
}
