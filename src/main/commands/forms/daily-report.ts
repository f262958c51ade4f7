import type { Input, Output } from '#shared/contract/index.ts'
import type { DailyReport, ReportPlan, ReportTotals } from '#shared/contract/forms.ts'
import type { Scope } from '#shared/access/can.ts'
import { refuseField } from '#shared/errors.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { planOnItsDay } from '#main/rules/progress-cell.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  listContactsOfDay,
  listEventsOfDay,
  listPlansBetween,
  type ListedPlan,
} from '#main/store/read/forms-report.ts'
import { calendarFrom } from './days-of-month.ts'
import { getFormSubject } from './form-scope.ts'
import { tellWhom } from './tell-whom.ts'
import { readRegister } from './visit-register.ts'

/** Nobody plans further ahead; after the last date of a calendar there is no next working day. */
const furthestDays = 730

/** How many of the grade changes went up and how many down; a grade that the policy no longer has counts as neither. */
function gradeMoves(
  changes: readonly { readonly gradeBefore: string | null; readonly gradeAfter: string | null }[],
  policy: Policy,
) {
  const order = gradesInOrder(policy).map(({ code }) => code)
  const steps = changes.flatMap(({ gradeBefore, gradeAfter }) => {
    const [before, after] = [order.indexOf(gradeBefore ?? ''), order.indexOf(gradeAfter ?? '')]
    return before < 0 || after < 0 ? [] : [before - after]
  })
  return {
    gradesUp: steps.filter((step) => step > 0).length,
    gradesDown: steps.filter((step) => step < 0).length,
  }
}

function tellPlan(context: Context, plan: ListedPlan): ReportPlan {
  const { settledOn, madeOn: _, ...row } = plan
  const state = planOnItsDay({ dueOn: row.on, settledOn }, context.calendar.nextOpen, context.today)
  return { ...tellWhom(context, row), kept: state !== 'missed' }
}

/** The plans of the date itself, and those from the day after it to the next working day as they stood on it. */
function readPlans(
  store: ReadableStore,
  context: Context,
  scope: Scope,
  { on, nextOn }: { readonly on: BusinessDate; readonly nextOn: BusinessDate },
) {
  const all = listPlansBetween(store, scope, on, nextOn)
  const stands = ({ on: due, settledOn }: ListedPlan) => settledOn === null || settledOn >= due
  return {
    planned: all.filter((plan) => plan.on === on && stands(plan)).map((plan) => tellPlan(context, plan)),
    plannedNext: all
      .filter((plan) => plan.on > on && plan.madeOn <= on && stands(plan))
      .map((plan) => tellPlan(context, plan)),
  }
}

function totalsOf(report: Omit<DailyReport, 'totals'>, policy: Policy): ReportTotals {
  const { visits, planned, contacts, events, plannedNext } = report
  const of = (kind: DailyReport['events'][number]['kind']) => events.filter((each) => each.kind === kind)
  return {
    visits: visits.length,
    validVisits: visits.filter(({ withIntent }) => withIntent).length,
    uncarded: visits.filter(({ uncarded }) => uncarded).length,
    planned: planned.length,
    kept: planned.filter(({ kept, status }) => kept && status === 'executed').length,
    contacts: contacts.length,
    reached: contacts.filter(({ result }) => result === 'reached').length,
    effective: contacts.filter(({ effective }) => effective).length,
    ...gradeMoves([...contacts, ...of('grade')], policy),
    opened: of('opened').length,
    testDrives: of('test_drive').length,
    ordered: of('ordered').length,
    delivered: of('delivered').length,
    lost: of('lost').length,
    plannedNext: plannedNext.length,
  }
}

/** 销售活动日报表: everything that somebody did on a date, and the plan up to his next working day. */
export function makeDailyReport(
  store: ReadableStore,
  input: Input<'forms', 'dailyReport'>,
  context: Context,
): Output<'forms', 'dailyReport'> {
  const { scope, staffId, staffName } = getFormSubject(store, context, input.staffId)
  const { on } = input
  const furthest = addDays(context.today, furthestDays)
  if (on > furthest) refuseField('on', 'too_large', { max: furthest })
  const calendar = calendarFrom(store, context, staffId, on)
  const nextOn = calendar.firstWorkingDayFrom(addDays(on, 1))
  // A visitor for whom nobody is there yet stands in everybody's report, in no person's.
  const reach = { scope, withoutConsultant: staffId === null }
  const report = {
    on,
    nextOn,
    storeName: context.store.name,
    zone: context.store.zone,
    staffId,
    staffName,
    visits: readRegister(store, context, reach, on).lines,
    ...readPlans(store, context, scope, { on, nextOn }),
    contacts: listContactsOfDay(store, scope, on).map((row) => ({
      ...tellWhom(context, row),
      effective: row.effective === 1,
      lateRecorded: row.lateRecorded === 1,
    })),
    events: listEventsOfDay(store, scope, on).map((row) => ({
      ...tellWhom(context, row),
      settled: row.settled === 1,
    })),
  }
  return { ...report, totals: totalsOf(report, context.policy) }
}
