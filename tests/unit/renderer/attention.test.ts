import { describe, expect, it } from 'vitest'
import { attentions, honestySigns, type Attention } from '#shared/domain/codes.ts'
import { reasonCodes, reasonRule, reason } from '#shared/reasons.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import {
  groupAttention,
  linkOf,
  numberOf,
  signOf,
  type AttentionLine,
} from '../../../src/renderer/features/daily-check/attention.ts'

const line = (kind: Attention, rest: Partial<AttentionLine> = {}): AttentionLine => ({
  kind,
  staffId: 's',
  staffName: '陈晓东',
  customerId: null,
  customerName: null,
  refId: null,
  on: asBusinessDate('2026-03-10'),
  reasons: [],
  ...rest,
})

describe('the lines of attention on the screen (R-9.1, R-9.6)', () => {
  it('stand by kind in the order in which they matter, without kinds that have none', () => {
    const lines = [...attentions].reverse().map((kind) => line(kind))
    expect(groupAttention(lines, false).map(({ kind }) => kind)).toEqual(attentions)
    const two = [line('honesty_sign'), line('report_missing'), line('honesty_sign')]
    expect(groupAttention(two, false).map(({ kind, lines: of }) => [kind, of.length])).toEqual([
      ['report_missing', 1],
      ['honesty_sign', 2],
    ])
    expect(groupAttention([], true)).toEqual([])
  })

  it('begin with the honesty signs on the check of oneself, and lose nothing', () => {
    const lines = attentions.map((kind) => line(kind))
    const kinds = groupAttention(lines, true).map(({ kind }) => kind)
    expect(kinds[0]).toBe('honesty_sign')
    expect([...kinds].sort()).toEqual([...attentions].sort())
  })

  it('name the sign of every reason that R-9.6 gives, and all signs have one', () => {
    const codes = reasonCodes.filter((code) => reasonRule[code] === 'R-9.6')
    const signs = codes.map((code) => signOf(line('honesty_sign', { reasons: [reason(code)] })))
    expect(signs).not.toContain(undefined)
    expect(new Set(signs)).toEqual(new Set(honestySigns))
    expect(signOf(line('report_missing', { reasons: [reason('report_missing')] }))).toBeUndefined()
  })

  it('count what they stand for: one line may be many that are older, or all of a person', () => {
    const older = reason('violations_older_wait', { count: 23, oldest: '2026-02-01' })
    const lines = [line('violation_raised', { reasons: [older] }), line('violation_raised'), line('on_leave')]
    expect(groupAttention(lines, false).map((group) => [group.kind, numberOf(group)])).toEqual([
      ['violation_raised', 24],
      ['on_leave', 1],
    ])
  })

  it('lead to the very report, proposal, leave or claim, where there is one to name', () => {
    const of = (kind: Attention, refId: string | null = 'r') => linkOf(line(kind, { refId }))
    expect(of('report_to_review')).toMatchObject({ search: { tab: 'reports', id: 'r' } })
    expect(of('suspension_proposed')).toMatchObject({ search: { tab: 'suspensions', id: 'r' } })
    expect(of('leave_unconfirmed')).toMatchObject({ to: '/leaves/$leaveId', params: { leaveId: 'r' } })
    expect(of('claim_open')).toMatchObject({ search: { tab: 'claims', claimId: 'r' } })
    expect(of('violation_objected')).toMatchObject({ search: { staffId: 's', status: 'objected' } })
    expect(of('leave_unconfirmed', null)).toEqual({ to: '/leaves' })
    expect(of('honesty_sign')).toBeNull()
  })
})
