import type { violations as zh } from '../zh-CN/violations.ts'
import type { WordsOf } from '../words.ts'

export const violations: WordsOf<typeof zh> = {
  title: 'Violations',
  list: 'List of violations',
  filters: 'Filter',
  from: 'From',
  until: 'Until',
  staff: 'Consultant',
  kind: 'Kind',
  status: 'Status',
  everybody: 'All consultants',
  allKinds: 'All kinds',
  allStatuses: 'All statuses',
  clear: 'Clear filters',
  on: 'Date',
  customer: 'Customer',
  rule: 'Rule',
  why: 'Reason',
  noCustomer: 'no customer',
  openCustomer: 'Open the customer',
  empty: 'No violations',
  emptyHint: 'What the day roll finds is listed here.',
  emptyFiltered: 'No violation fits these filters',
  emptyFilteredHint: 'Widen the dates or clear the filters.',
}
