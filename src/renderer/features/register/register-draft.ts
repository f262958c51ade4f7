import { addDays, parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { ClosableChannel } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { CallOutput } from '../../api/calls.ts'
import { genderOfName, nameForCard } from '#shared/text/salutation.ts'
import { lastGrade } from '#shared/policy/grades.ts'
import type { FieldValues } from '../../ui/fields/field-values.ts'
import { emptyPlan, type PlanDraft } from '../../ui/planner/plan-draft.ts'

/** What is typed on the page of registration. */
export interface RegisterDraft {
  readonly fields: FieldValues
  readonly grade: string | null
  readonly expected: BusinessDate | null
  readonly gradeByHand?: boolean
  readonly dateByHand?: boolean
  readonly remark: string
  readonly ownerId: string | null
  readonly plan: PlanDraft
  /** S7 What he was told, agreed to and asked for, today. */
  readonly noticeGiven?: boolean
  readonly consented?: boolean
  readonly closed?: readonly ClosableChannel[]
}

/** S7 The choices as the contract takes them; nothing where none was made. */
export function choicesOf({ noticeGiven, consented, closed = [] }: RegisterDraft, today: BusinessDate) {
  if (!noticeGiven && !consented && closed.length === 0) return {}
  return {
    choices: {
      ...(noticeGiven ? { noticeGivenOn: today } : {}),
      ...(consented ? { consentedOn: today } : {}),
      ...(closed.length > 0 ? { doNotContact: [...closed] } : {}),
    },
  }
}
export const emptyRegistration: RegisterDraft = {
  fields: {},
  grade: null,
  expected: null,
  remark: '',
  ownerId: null,
  plan: emptyPlan,
}

export const quickDates = ['week', 'fortnight', 'month', 'later'] as const
export type QuickDate = (typeof quickDates)[number]
/** What the words say in days; what grade belongs to them, the policy says. */
const daysOf: Readonly<Record<Exclude<QuickDate, 'later'>, number>> = { week: 7, fortnight: 14, month: 30 }

/** The date that 一周内 … means today; `later` is the date of the coldest grade, so it names that. */
export const meaningOf = (
  quick: QuickDate,
  today: BusinessDate,
  policy: Policy,
): { readonly date: BusinessDate } | { readonly grade: string } =>
  quick === 'later' ? { grade: lastGrade(policy)?.code ?? '' } : { date: addDays(today, daysOf[quick]) }

/** Which of the words the date chosen is, so that it stays marked. */
export const quickOf = (expected: BusinessDate | null, today: BusinessDate): QuickDate | null =>
  quickDates.find((quick) => quick !== 'later' && expected === addDays(today, daysOf[quick])) ?? null

/** A grade typed at the start of a remark: `H 要白色`, `h，要白色`. Undefined while it may still become a word. */
export function gradeInRemark(
  text: string,
  policy: Policy,
): { readonly grade: string; readonly rest: string } | undefined {
  const found = /^\s*([A-Z][A-Z0-9]{0,3})[\s,.;:，、。；：]+(.*)$/isu.exec(text.normalize('NFKC'))
  const grade = policy.grades.find(({ code }) => code === found?.[1]?.toUpperCase())
  return grade ? { grade: grade.code, rest: found?.[2] ?? '' } : undefined
}

/** What the desk typed of a visit stands on its card already. */
export function draftOfVisit(visit: CallOutput<'visits.get'>): RegisterDraft {
  const name = visit.callerName ?? ''
  const typed = {
    mobile: visit.phone ?? '',
    name: nameForCard(name),
    gender: genderOfName(name) ?? '',
    plate: visit.plate ?? '',
    model: visit.model ?? '',
    source: visit.kind,
  }
  return { ...emptyRegistration, fields: typed, grade: visit.grade, remark: visit.remark ?? '' }
}

/** Reads a kept draft back; anything strange in it starts afresh. */
export function readDraft(kept: unknown): RegisterDraft {
  if (typeof kept !== 'object' || kept === null || !('fields' in kept)) return emptyRegistration
  const draft = { ...emptyRegistration, ...kept } as RegisterDraft
  return {
    ...draft,
    expected: parseBusinessDate(draft.expected ?? '') ?? null,
    plan: { ...emptyPlan, ...draft.plan, on: parseBusinessDate(draft.plan.on ?? '') ?? null },
  }
}
