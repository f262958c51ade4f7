import { figures, type Figure } from '#shared/domain/codes.ts'
import type { FigureValues } from '#shared/contract/supervision.ts'
import type { Context } from '#main/calls/context.ts'
import { effectiveRate } from '#main/rules/daily-figures.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { countFigures, type Counted } from '#main/store/read/daily-figures.ts'
import { countWaiting, countWaitingAt } from '#main/store/read/losses.ts'
import { countRaisedOn } from '#main/store/read/violations.ts'
import type { StaffRow } from '#main/store/rows.ts'
import { listAttention } from './attention/index.ts'
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

/**
 * 每日检查: the figures of a date, of each consultant within reach and of all of them together, as of its end.
 * - dueToday: plans of the date (R-1.4: or of the closed dates just before it) not executed before; always
 *   doneToday + notDone. An overdue plan is in none of the three, also on the day it is made good.
 * - overdue: plans of an earlier date, open at the end of this one. expired: open opportunities whose purchase date
 *   has passed. missingPlan: open without a plan. beyondLimit: the limit has passed, a permission or a leave
 *   reaching further, and nothing that passed before the owner answered for it.
 * - outOfStep. dormant: customers with an open opportunity who lost their owner's protection, each once.
 * - uncardedVisits: visits with intent up to the date without a card. unanswered: instructions given by then without
 *   an answer. lateRecorded: follow-ups recorded on the date for an earlier day.
 * - effectiveRate: effective of the follow-ups that the consultant recorded on the date, 0 … 1; null without any.
 */
export function makeSheet(store: ReadableStore, context: Context, date: CheckDate) {
  const { scope } = context
  const { on, endsAt, book, policyVersion } = date
  const checked = listChecked(store, scope)
  const consultants = checked.map((staff) => ({
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
    attention: listAttention(store, context, date, checked),
  }
}
