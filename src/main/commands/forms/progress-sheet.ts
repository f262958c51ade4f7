import type { Input, Output } from '#shared/contract/index.ts'
import type { ProgressRow, ProgressTotals } from '#shared/contract/forms.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Context } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { progressCells, type SheetSpan } from '#main/rules/progress-cell.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listProgress, readProgress, type ListedProgress } from '#main/store/read/forms-progress.ts'
import { calendarFrom, daysOfMonth, spanOfMonth } from './days-of-month.ts'
import { getFormSubject } from './form-scope.ts'

/** The rows of a page with what stands in their cells. */
function fillRows(
  store: ReadableStore,
  context: Context,
  listed: readonly ListedProgress[],
  span: SheetSpan,
): ProgressRow[] {
  const { calendar, today } = context
  const facts = readProgress(
    store,
    listed.map(({ opportunityId }) => opportunityId),
    span,
  )
  return listed.map((row) => {
    const { opportunityId } = row
    const onDates = (dates: readonly { readonly on: SheetSpan['first'] }[] | undefined) =>
      (dates ?? []).map(({ on }) => on)
    const cells = progressCells(
      {
        ...row,
        plans: facts.plans.get(opportunityId) ?? [],
        contacts: (facts.contacts.get(opportunityId) ?? []).map((each) => ({
          ...each,
          reached: each.reached === 1,
        })),
        changes: facts.changes.get(opportunityId) ?? [],
        losses: facts.losses.get(opportunityId) ?? [],
        visits: onDates(facts.visits.get(opportunityId)),
        testDrives: onDates(facts.testDrives.get(opportunityId)),
      },
      span,
      calendar.nextOpen,
      today,
    )
    return { ...row, cells }
  })
}

function totalsOf(rows: readonly ProgressRow[]): ProgressTotals {
  const marks = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.marks))
  const of = (kind: string) => marks.filter((mark) => mark.kind === kind)
  const plans = of('plan')
  const contacts = of('contact')
  return {
    plans: plans.length,
    kept: plans.filter(({ full, waiting }) => full && !waiting).length,
    missed: plans.filter(({ full }) => !full).length,
    waiting: plans.filter(({ waiting }) => waiting).length,
    contacts: contacts.length,
    reached: contacts.filter(({ full }) => full).length,
    opened: of('opened').length,
    ordered: of('ordered').length,
    delivered: of('delivered').length,
    lost: of('lost').length,
  }
}

/** 潜在顾客等级推进表: a page of a month's sheet. */
export function makeProgressSheet(
  store: ReadableStore,
  input: Input<'forms', 'progress'>,
  context: Context,
): Output<'forms', 'progress'> {
  const subject = getFormSubject(store, context, input.staffId)
  const { policy } = context
  const grades = gradesInOrder(policy).map(({ code }) => code)
  const leftOut = grades.at(-1) ?? ''
  const span = spanOfMonth(input.month)
  const page = readPage(input)
  const gradeOrder = `|${grades.join('|')}|`
  const { rows: listed, total } = listProgress(store, subject.scope, { ...span, leftOut, gradeOrder }, page)
  const rows = fillRows(store, context, listed, span)
  const counts = new Map<string, { plans: number; contacts: number }>()
  for (const { cells } of rows)
    for (const { on, marks } of cells) {
      const there = counts.get(on) ?? { plans: 0, contacts: 0 }
      counts.set(on, {
        plans: there.plans + marks.filter(({ kind }) => kind === 'plan').length,
        contacts: there.contacts + marks.filter(({ kind }) => kind === 'contact').length,
      })
    }
  const calendar = calendarFrom(store, context, subject.staffId, span.first)
  return {
    ...pageOf(page, rows, total),
    month: input.month,
    storeName: context.store.name,
    staffId: subject.staffId,
    staffName: subject.staffName,
    leftOut,
    days: daysOfMonth(calendar, span.first, span.last).map((day) => ({
      ...day,
      ...(counts.get(day.on) ?? { plans: 0, contacts: 0 }),
    })),
    totals: totalsOf(rows),
  }
}
