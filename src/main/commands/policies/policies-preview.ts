import type { Input, Output } from '#shared/contract/index.ts'
import { checkPolicy } from '#shared/policy/check-policy.ts'
import { latest, type BusinessDate } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'
import { previewPolicy } from '#main/rules/policy-preview.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findPersonOf, readOpenBook } from '#main/store/read/policies.ts'
import { findClosedDates, getStore, documentOf } from '#main/store/read/store.ts'

export type Preview = Output<'policies', 'preview'>

const usualRows = 100

/** What a policy would do to the open book as it stands, beside the version by which the book is kept. */
export function previewOf(
  store: ReadableStore,
  { policy, effectiveFrom, limit }: Input<'policies', 'preview'>,
  today: BusinessDate,
): Preview {
  const on = latest(effectiveFrom ?? today, today)
  const problems = checkPolicy(policy).map(({ data, ...each }) => ({ ...each, data: { ...data } }))
  const nothing = { beyondLimit: { total: 0, rows: [] }, gradeChanges: [], load: [] }
  const book = readOpenBook(store, on)
  if (problems.length > 0)
    return { problems, effectiveFrom: on, openOpportunities: book.opportunities.length, ...nothing }
  const before = documentOf(store, getStore(store).appliedPolicyVersion)
  const calendar = makeStoreCalendar(findClosedDates(store))
  const effect = previewPolicy(book, { before, after: policy, on }, calendar, limit ?? usualRows)
  const names = new Map(book.staff.map(({ staffId, name }) => [staffId, name]))
  const gone = new Set(book.staff.filter(({ status }) => status === 'resigned').map(({ staffId }) => staffId))
  return {
    problems,
    effectiveFrom: on,
    openOpportunities: effect.openOpportunities,
    beyondLimit: {
      total: effect.movedPlans,
      rows: effect.worst.flatMap(({ opportunityId, planId, from, to, limit: old, newLimit }) => {
        const person = findPersonOf(store, opportunityId)
        if (!person) return []
        return [{ opportunityId, planId, ...person, planOn: from, limit: old, newLimit, movedTo: to }]
      }),
    },
    gradeChanges: effect.gradeChanges.map((each) => ({ ...each })),
    load: effect.load
      .filter(({ staffId, days }) => !gone.has(staffId) || days.some((day) => day.old > 0 || day.new > 0))
      .map(({ staffId, days }) => ({
        staffId,
        name: names.get(staffId) ?? '',
        days: days.map((day) => ({ ...day })),
      })),
  }
}
