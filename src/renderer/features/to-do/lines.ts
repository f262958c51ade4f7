import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { CallOutput } from '../../api/calls.ts'

export type Line = CallOutput<'toDo.list'>['items'][number]

/** What tells a line from the others, the same before and after a refresh. */
export const keyOf = (line: Line): string =>
  [
    line.kind,
    line.planId ??
      line.opportunityId ??
      line.instruction?.instructionId ??
      line.visitId ??
      line.customerId ??
      `${line.customerName} ${line.on}`,
  ].join(' ')

/** Lines that the form of a follow-up can work off. */
export const isExecutable = (line: Line): line is Line & { opportunityId: string; customerId: string } =>
  line.opportunityId !== null && line.customerId !== null

export type InstructionLine = Line & { readonly instruction: NonNullable<Line['instruction']> }
/** Lines that are answered and not executed. */
export const isInstruction = (line: Line): line is InstructionLine => line.instruction !== null

/** A filter: `all`, `overdue`, `grade:H`, `appointment`, or another kind of line. */
export interface LineFilter {
  readonly key: string
  readonly kind:
    | 'all'
    | 'overdue'
    | 'grade'
    | 'appointment'
    | 'expired'
    | 'outOfStep'
    | 'instruction'
    | 'uncarded_visit'
  readonly grade?: string
  readonly count: number
}

const isPlan = ({ kind }: Line) => kind === 'overdue_plan' || kind === 'appointment' || kind === 'plan'

export function passes(line: Line, { kind, grade }: Pick<LineFilter, 'kind' | 'grade'>): boolean {
  switch (kind) {
    case 'all':
      return true
    case 'overdue':
      return line.daysOverdue > 0
    case 'grade':
      return isPlan(line) && line.grade === grade
    case 'appointment':
      return line.kind === 'appointment' || (isPlan(line) && line.time !== null)
    case 'expired':
      return line.kind === 'expired' || line.kind === 'expiring'
    case 'outOfStep':
      return line.kind === 'out_of_step'
    default:
      return line.kind === kind
  }
}

/** The filters that find something in the list, in the order in which they stand above it. */
export function filtersOf(lines: readonly Line[], policy: Policy): LineFilter[] {
  const grades = gradesInOrder(policy).map(({ code }) => ({ kind: 'grade' as const, grade: code }))
  const kinds = (['appointment', 'expired', 'outOfStep', 'instruction', 'uncarded_visit'] as const).map(
    (kind) => ({ kind }),
  )
  const all: readonly Pick<LineFilter, 'kind' | 'grade'>[] = [{ kind: 'overdue' }, ...grades, ...kinds]
  const found = all.map((filter) => ({
    ...filter,
    key: filter.grade ? `grade:${filter.grade}` : filter.kind,
    count: lines.filter((line) => passes(line, filter)).length,
  }))
  return [{ key: 'all', kind: 'all', count: lines.length }, ...found.filter(({ count }) => count > 0)]
}

/** The line to open once one is done: the next that is not about the same opportunity, else the one before. */
export function lineAfter(lines: readonly Line[], done: Line): Line | undefined {
  const index = lines.findIndex((line) => keyOf(line) === keyOf(done))
  const isOther = (line: Line) => done.opportunityId === null || line.opportunityId !== done.opportunityId
  return lines.slice(index + 1).find(isOther) ?? lines.slice(0, Math.max(0, index)).findLast(isOther)
}
