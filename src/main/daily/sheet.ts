import { figures, type Figure } from '#shared/domain/codes.ts'
import type { FigureValues } from '#shared/contract/supervision.ts'
import type { Context } from '#main/calls/context.ts'
import { effectiveRate } from '#main/rules/daily-figures.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { countFigures, type Counted } from '#main/store/read/daily-figures.ts'
import { countWaiting, countWaitingAt } from '#main/store/read/losses.ts'
import { countRaisedOn } from '#main/store/read/violations.ts'
import type { StaffRow } from '#main/store/rows.ts'
import { checkOf, listChecked, type CheckDate } from './check-date.ts'

interface CheckedConsultant {
  readonly staff: StaffRow
  readonly counted: Counted
}

const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0)

const rateOf = ({ executed, effective }: Pick<Counted, 'executed' | 'effective'>) =>
  effectiveRate(executed, effective)

/** The store's line: the sum of the consultants shown. */
function total(consultants: readonly CheckedConsultant[]) {
  const counted = consultants.map((each) => each.counted)
  const add = (figure: Figure) => sum(counted.map((each) => each.figures[figure]))
  return {
    figures: Object.fromEntries(figures.map((figure) => [figure, add(figure)])) as FigureValues,
    effectiveRate: rateOf({
      executed: sum(counted.map(({ executed }) => executed)),
      effective: sum(counted.map(({ effective }) => effective)),
    }),
  }
}

/** 每日检查: the figures of a date, of each consultant within reach and of all of them together. */
export function makeSheet(store: ReadableStore, context: Context, date: CheckDate) {
  const { scope } = context
  const { on, endsAt, book, policyVersion } = date
  const consultants = listChecked(store, scope).map((staff) => ({
    staff,
    counted: countFigures(store, book, checkOf(store, context, date, staff)),
  }))
  return {
    on,
    policyVersion,
    consultants: consultants.map(({ staff: { staffId, name, managerId }, counted }) => ({
      staffId,
      name,
      managerId,
      figures: { ...counted.figures },
      effectiveRate: rateOf(counted),
    })),
    store: total(consultants),
    lossesWaiting: book === 'today' ? countWaiting(store, scope) : countWaitingAt(store, scope, on, endsAt),
    violationsRaised: countRaisedOn(store, scope, on),
  }
}
