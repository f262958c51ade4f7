import { describe, expect, it } from 'vitest'
import { cardBack, type CardFacts } from '#main/rules/card-back.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const plan = (
  planId: string,
  on: string,
  rest: Partial<CardFacts['plans'][number]> = {},
): CardFacts['plans'][number] => ({
  planId,
  opportunityId: 'o',
  on: d(on),
  time: null,
  channel: 'phone',
  purpose: '',
  status: 'open',
  staffName: '陈晓东',
  followUpId: null,
  endedOn: null,
  ...rest,
})
const contact = (followUpId: string, on: string): CardFacts['contacts'][number] => ({
  followUpId,
  opportunityId: 'o',
  on: d(on),
  channel: 'phone',
  result: 'reached',
  content: '客户说周末来看车',
  feedback: null,
  effective: true,
  lateRecorded: false,
  staffName: '陈晓东',
  gradeBefore: 'B',
  gradeAfter: 'A',
})
const drawn = (facts: Partial<CardFacts>) =>
  cardBack({ models: new Map([['o', '途昂']]), plans: [], contacts: [], changes: [], ...facts }).map(
    (entry) =>
      `${entry.on} ${entry.plan?.planId ?? '-'} ${entry.contact?.followUpId ?? '-'} ${entry.gradeAfter ?? '-'}`,
  )

describe('the back of the card (R-12.1)', () => {
  it('writes a contact beside the plan that it fulfilled, on the date of the contact', () => {
    const executed = { status: 'executed', followUpId: 'f', endedOn: d('2026-03-06') } as const
    expect(
      drawn({ plans: [plan('p', '2026-03-05', executed)], contacts: [contact('f', '2026-03-06')] }),
    ).toEqual(['2026-03-06 p f A'])
  })

  it('keeps a plan that none fulfilled, and one whose contact is not this customer’s', () => {
    const executed = { status: 'executed', followUpId: 'elsewhere', endedOn: d('2026-03-06') } as const
    expect(drawn({ plans: [plan('p', '2026-03-05', executed), plan('q', '2026-03-09')] })).toEqual([
      '2026-03-05 p - -',
      '2026-03-09 q - -',
    ])
  })

  it('leaves out a plan that was dropped before its day, not one that was dropped on it', () => {
    const dropped = (on: string, endedOn: string) => plan(on, on, { status: 'dropped', endedOn: d(endedOn) })
    expect(
      drawn({ plans: [dropped('2026-03-05', '2026-03-04'), dropped('2026-03-06', '2026-03-06')] }),
    ).toEqual(['2026-03-06 2026-03-06 - -'])
  })

  it('writes a change of grade without a contact, and none of a date alone', () => {
    const change = (on: string, gradeAfter: string) => ({
      on: d(on),
      opportunityId: 'o',
      staffName: '陈晓东',
      gradeBefore: 'B',
      gradeAfter,
    })
    expect(drawn({ changes: [change('2026-03-02', 'B'), change('2026-03-03', 'H')] })).toEqual([
      '2026-03-03 - - H',
    ])
  })

  it('writes downwards by date', () => {
    expect(
      drawn({
        plans: [plan('p', '2026-03-09')],
        contacts: [contact('f', '2026-03-02'), contact('g', '2026-03-08')],
      }),
    ).toEqual(['2026-03-02 - f A', '2026-03-08 - g A', '2026-03-09 p - -'])
  })
})
