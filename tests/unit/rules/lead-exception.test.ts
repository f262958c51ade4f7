import { describe, expect, it, test } from 'vitest'
import {
  checkOpenException,
  checkRaiseException,
  exceptionIdentity,
  judgeNotInShowroom,
} from '#main/rules/lead-exception.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const lead = { leadId: 'L', receivedOn: d('2026-03-02'), grade: 'A', inShowroom: false }

describe('a lead that has not been in the showroom (R-10.4)', () => {
  test.each([
    ['A', '2026-03-08', false],
    ['A', '2026-03-09', false],
    ['A', '2026-03-10', true],
    ['A', '2026-04-10', true],
    ['B', '2026-03-15', false],
    ['B', '2026-03-16', false],
    ['B', '2026-03-17', true],
    ['H', '2026-06-01', false],
    ['C', '2026-06-01', false],
    ['X', '2026-06-01', false],
  ])('of grade %s on %s is an exception: %s', (grade, on, raised) => {
    expect(judgeNotInShowroom({ ...lead, grade }, presets.dcc, d(on)) !== null).toBe(raised)
  })

  it('is none when he has been there', () => {
    expect(judgeNotInShowroom({ ...lead, inShowroom: true }, presets.dcc, d('2026-04-10'))).toBeNull()
  })

  it('never stands for a grade without days', () => {
    const policy = { ...presets.dcc, leadShowroomDays: { A: null } }
    expect(judgeNotInShowroom(lead, policy, d('2026-04-10'))).toBeNull()
  })

  it('is the same one whenever it is found, and another one under another grade', () => {
    const found = (grade: string, on: string) =>
      judgeNotInShowroom({ ...lead, grade }, presets.dcc, d(on))?.identity
    expect(found('A', '2026-03-10')).toBe(found('A', '2026-03-20'))
    expect(found('A', '2026-03-20')).not.toBe(found('B', '2026-03-20'))
    expect(judgeNotInShowroom(lead, presets.dcc, d('2026-03-10'))?.reason).toEqual({
      code: 'lead_not_in_showroom',
      data: { grade: 'A', days: 7, receivedOn: '2026-03-02' },
    })
  })
})

describe('an exception that somebody raises (R-10.4)', () => {
  const open = { isAssigned: true, isOpen: true, name: '吴敏' }
  test.each([
    ['of an assigned lead', open, undefined, false, []],
    ['of one that waits', { ...open, isAssigned: false }, undefined, false, ['lead_not_assigned']],
    [
      'of one whose opportunity has ended',
      { ...open, isOpen: false },
      undefined,
      false,
      ['opportunity_not_open'],
    ],
    ['beside one that is open', open, { doneAt: null }, false, ['lead_exception_open']],
    ['a second time on one day', open, undefined, true, ['lead_exception_today']],
  ])('%s', (_what, of, other, isRepeated, codes) => {
    expect(checkRaiseException(of, other, isRepeated).map(({ code }) => code)).toEqual(codes)
  })

  it('has an identity for each kind and day', () => {
    expect(exceptionIdentity('L', 'own_request', '2026-03-02')).not.toBe(
      exceptionIdentity('L', 'own_request', '2026-03-03'),
    )
  })

  it('is over once it is done', () => {
    expect(checkOpenException({ doneAt: null })).toEqual([])
    expect(checkOpenException({ doneAt: 1 })).toMatchObject([{ code: 'lead_exception_over' }])
  })
})
