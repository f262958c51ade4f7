import type { ProgressMark } from '#shared/contract/forms.ts'
import type { OpportunityStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

/** A plan as the forms see it: `settledOn` is the date of the contact that fulfilled it, or on which it was dropped. */
export interface FormPlan {
  readonly planId: string
  readonly dueOn: BusinessDate
  readonly settledOn: BusinessDate | null
}

/** What became of a plan on its day: done or dropped before it, done by it, left undone, or still to come. */
export type PlanOnItsDay = 'forestalled' | 'kept' | 'missed' | 'waiting'

/**
 * ★ and ☆: a plan is missed once its day, or the next open date where that is closed, went by with it open.
 * One that was settled before its day has no star any more: nothing was left to do on it.
 */
export function planOnItsDay(
  { dueOn, settledOn }: Pick<FormPlan, 'dueOn' | 'settledOn'>,
  nextOpen: (date: BusinessDate) => BusinessDate,
  today: BusinessDate,
): PlanOnItsDay {
  if (settledOn === null) return nextOpen(dueOn) < today ? 'missed' : 'waiting'
  if (settledOn < dueOn) return 'forestalled'
  return settledOn <= nextOpen(dueOn) ? 'kept' : 'missed'
}

/** What happened to an opportunity in the span of a sheet. */
export interface ProgressFacts {
  readonly openedOn: BusinessDate
  readonly firstGrade: string
  readonly status: OpportunityStatus
  readonly orderedOn: BusinessDate | null
  readonly deliveredOn: BusinessDate | null
  readonly plans: readonly FormPlan[]
  readonly contacts: readonly { on: BusinessDate; reached: boolean; grade: string | null }[]
  /** Changes of grade without a contact. */
  readonly changes: readonly { on: BusinessDate; grade: string }[]
  readonly losses: readonly { on: BusinessDate; decision: 'waiting' | 'approved' | 'refused' }[]
  readonly visits: readonly BusinessDate[]
  readonly testDrives: readonly BusinessDate[]
}

export interface SheetSpan {
  readonly first: BusinessDate
  readonly last: BusinessDate
}
export interface ProgressCell {
  readonly on: BusinessDate
  readonly marks: ProgressMark[]
}

const mark = (kind: ProgressMark['kind'], rest: Partial<ProgressMark> = {}): ProgressMark => ({
  kind,
  grade: null,
  full: true,
  planId: null,
  waiting: false,
  movable: false,
  ...rest,
})

/**
 * The row of an opportunity on the progress sheet 潜在顾客等级推进表: a star for each plan on its day, the grade after
 * each contact, and what else moved it. A loss that the manager refused leaves no mark: the opportunity goes on.
 */
export function progressCells(
  facts: ProgressFacts,
  span: SheetSpan,
  nextOpen: (date: BusinessDate) => BusinessDate,
  today: BusinessDate,
): ProgressCell[] {
  const cells = new Map<BusinessDate, ProgressMark[]>()
  const put = (on: BusinessDate | null, what: ProgressMark) => {
    if (on === null || on < span.first || on > span.last) return
    const there = cells.get(on)
    if (there) there.push(what)
    else cells.set(on, [what])
  }
  put(facts.openedOn, mark('opened', { grade: facts.firstGrade }))
  for (const plan of facts.plans) {
    const state = planOnItsDay(plan, nextOpen, today)
    if (state === 'forestalled') continue
    const waiting = state === 'waiting'
    const movable = waiting && plan.dueOn > today && facts.status === 'open'
    put(plan.dueOn, mark('plan', { full: state !== 'missed', planId: plan.planId, waiting, movable }))
  }
  for (const on of facts.visits) put(on, mark('visit'))
  for (const on of facts.testDrives) put(on, mark('test_drive'))
  for (const { on, reached, grade } of facts.contacts)
    put(on, mark('contact', { full: reached, grade: reached ? grade : null }))
  for (const { on, grade } of facts.changes) put(on, mark('grade', { grade }))
  put(facts.orderedOn, mark('ordered'))
  put(facts.deliveredOn, mark('delivered'))
  for (const { on, decision } of facts.losses)
    if (decision !== 'refused') put(on, mark('lost', { full: decision === 'approved' }))
  return [...cells].map(([on, marks]) => ({ on, marks })).sort((one, other) => (one.on < other.on ? -1 : 1))
}
