import { describe, expect, it, test } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import {
  figuresOfMeeting,
  makeAgenda,
  pageOfConsultant,
  placeOf,
  type AgendaSources,
  type CheckLine,
} from '../../../src/renderer/features/meeting/agenda.ts'

const on = asBusinessDate('2026-03-05')
const line = (staffId: string, customerId: string | null, figure: CheckLine['figure']): CheckLine => ({
  figure,
  staffId,
  staffName: staffId,
  customerId,
  customerName: customerId,
  opportunityId: null,
  planId: null,
  followUpId: null,
  visitId: null,
  model: null,
  grade: null,
  on,
  limit: null,
  expectedPurchaseDate: null,
  lastContactOn: null,
  lastContent: null,
  reasons: [],
})
const attention = (staffId: string, customerId: string | null) => ({
  kind: 'honesty_sign' as const,
  staffId,
  staffName: staffId,
  customerId,
  customerName: customerId,
  refId: null,
  on,
  reasons: [],
})
const sources = (parts: Partial<AgendaSources>): AgendaSources => ({
  consultants: ['li', 'chen'].map((staffId) => ({ staffId }) as AgendaSources['consultants'][number]),
  lines: [],
  losses: [],
  violations: [],
  attention: [],
  ...parts,
})
const said = (parts: Partial<AgendaSources>) =>
  makeAgenda(sources(parts)).map(
    (page) =>
      `${page.staffId} ${page.customerId ?? '–'}: ${[
        ...page.lines.map(({ figure }) => figure),
        ...page.losses.map(() => 'loss'),
        ...page.violations.map(() => 'violation'),
        ...page.attention.map(({ kind }) => kind),
      ].join(' ')}`,
  )

describe('the pages of the meeting (R-9.7)', () => {
  it('stand by consultant in the order of the sheet, then by what is most pressing', () => {
    expect(
      said({
        lines: [
          line('chen', 'wang', 'notDone'),
          line('li', 'sun', 'dormant'),
          line('chen', 'zhao', 'overdue'),
          line('li', 'qian', 'missingPlan'),
        ],
      }),
    ).toEqual(['li qian: missingPlan', 'li sun: dormant', 'chen zhao: overdue', 'chen wang: notDone'])
  })

  it('are one for a customer of one consultant, whatever is said of him, the most pressing first', () => {
    expect(
      said({
        lines: [
          line('chen', 'wang', 'dormant'),
          line('chen', 'wang', 'overdue'),
          line('li', 'wang', 'lateRecorded'),
        ],
        attention: [attention('chen', 'wang')],
      }),
    ).toEqual(['li wang: lateRecorded', 'chen wang: overdue dormant honesty_sign'])
  })

  it('put what has no card behind his customers, on one page', () => {
    expect(
      said({
        lines: [line('chen', null, 'uncardedVisits'), line('chen', 'wang', 'lateRecorded')],
        attention: [attention('chen', null)],
      }),
    ).toEqual(['chen wang: lateRecorded', 'chen –: uncardedVisits honesty_sign'])
  })

  it('leave out what is done or merely due, and put those who are not on the sheet last', () => {
    expect(
      said({
        lines: [line('chen', 'wang', 'doneToday'), line('chen', 'zhao', 'dueToday')],
        attention: [attention('zhou', 'he'), attention('li', 'sun')],
      }),
    ).toEqual(['li sun: honesty_sign', 'zhou he: honesty_sign'])
    expect(figuresOfMeeting).not.toContain('doneToday')
    expect(figuresOfMeeting).toHaveLength(10)
  })
})

describe('walking them', () => {
  const pages = makeAgenda(
    sources({
      lines: ['a', 'b'].flatMap((customer) => [
        line('li', customer, 'overdue'),
        line('chen', customer, 'overdue'),
      ]),
    }),
  )

  test.each([
    [0, { at: 1, of: 2 }],
    [1, { at: 2, of: 2 }],
    [2, { at: 1, of: 2 }],
    [3, { at: 2, of: 2 }],
  ])('page %i stands at %j of its consultant', (index, place) => {
    expect(placeOf(pages, index)).toEqual(place)
  })

  test.each([
    [0, 1, 2],
    [1, 1, 2],
    [3, 1, 3],
    [3, -1, 0],
    [2, -1, 0],
    [1, -1, 1],
    // From the signature back to the last consultant.
    [4, -1, 2],
    [4, 1, 4],
  ] as const)('from page %i by %i consultants to page %i', (index, step, to) => {
    expect(pageOfConsultant(pages, index, step)).toBe(to)
  })
})
