import { describe, expect, it } from 'vitest'
import { askOf, countOf, firstFilter, minutesLeft } from '../../../src/renderer/features/leads/lead.ts'
import { eventsOf } from '../../../src/renderer/features/leads/history.ts'
import { changesOf, emptyDraft, fieldsOf, nextDraft } from '../../../src/renderer/ui/leads/lead-draft.ts'
import { readLeadSearch } from '../../../src/renderer/features/leads/lead-search.ts'

const minute = 60_000
const dueAt = 1_000 * minute

describe('the clock of a lead (R-10.1)', () => {
  it.each([
    ['assigned', dueAt, dueAt - 36 * 60 * minute, 2160],
    ['assigned', dueAt, dueAt - 1, 0],
    ['assigned', dueAt, dueAt, 0],
    ['assigned', dueAt, dueAt + 1, -1],
    ['assigned', dueAt, dueAt + minute, -1],
    ['unassigned', null, dueAt, null],
    ['started', dueAt, dueAt, null],
    ['closed', dueAt, dueAt, null],
  ] as const)('of one that is %s, due at %s, shows at %s: %s minutes', (status, due, now, left) => {
    expect(minutesLeft({ status, dueAt: due }, now)).toBe(left)
  })
})

describe('what the list of leads is asked', () => {
  it.each([
    [{}, { open: true }],
    [{ show: 'all' }, {}],
    [{ show: 'late' }, { late: true }],
    [
      { show: 'unassigned', text: '  何 ' },
      { status: 'unassigned', text: '何' },
    ],
    [
      { show: 'exceptions', ownerId: 'li' },
      { exception: true, ownerId: 'li' },
    ],
  ] as const)('%j becomes %j', (filter, asked) => {
    expect(askOf({ ...firstFilter, ...filter })).toEqual(asked)
  })

  it('has a number for each part', () => {
    const counts = { unassigned: 2, assigned: 3, started: 4, closed: 5, late: 1, exceptions: 6 }
    expect(countOf('open', counts)).toBe(5)
    expect(countOf('all', counts)).toBe(14)
    expect(countOf('late', counts)).toBe(1)
    expect(countOf('exceptions', counts)).toBe(6)
    expect(countOf('open', undefined)).toBeUndefined()
  })

  it('reads of an address what is part of it, and nothing else', () => {
    expect(readLeadSearch({ tab: 'calls', on: '2026-03-02', id: 'li' })).toEqual({
      tab: 'calls',
      on: '2026-03-02',
      id: 'li',
    })
    expect(readLeadSearch({ tab: 'x', show: 'mine', on: '2026-02-30', id: 5 })).toEqual({})
  })
})

describe('a lead as it is typed', () => {
  it('tells what was filled in, and of a correction what was changed', () => {
    const draft = { ...emptyDraft, phone: '139', name: ' ', source: 'website' as const }
    expect(fieldsOf(draft)).toEqual({ phone: '139', source: 'website' })
    expect(changesOf(draft, { ...draft, source: null, model: '途观L' })).toEqual({
      source: null,
      model: '途观L',
    })
    expect(changesOf(draft, draft)).toEqual({})
  })

  it('keeps for the next one where the last one came from', () => {
    expect(nextDraft({ ...emptyDraft, phone: '139', source: 'event', campaign: '车展' })).toEqual({
      ...emptyDraft,
      source: 'event',
      campaign: '车展',
    })
  })
})

describe('what happened to a lead', () => {
  it('stands in the order of time, the newest first', () => {
    const exception = {
      raisedAt: 3,
      raisedByName: null,
      kind: 'not_in_showroom',
      note: null,
      helper: { staffId: 'zhou', name: '周婷' },
      helperNamedAt: 4,
      helperNamedByName: '钱经理',
      answer: '已联系',
      doneAt: 5,
      doneByName: '李雪',
      outcome: '已约到店',
    }
    const lead = {
      receivedAt: 1,
      receivedByName: '吴晓玲',
      assignedAt: 2,
      assigneeName: '李雪',
      assignedByName: '钱经理',
      firstFollowUpAt: 6,
      startedLate: true,
      exceptions: [exception],
      closedAt: null,
      closedReason: null,
    } as unknown as Parameters<typeof eventsOf>[0]
    expect(eventsOf(lead).map(({ kind, at }) => `${at} ${kind}`)).toEqual([
      '6 started',
      '5 ended',
      '4 helper',
      '3 exception',
      '2 assigned',
      '1 received',
    ])
  })
})
