import { describe, expect, it } from 'vitest'
import {
  againstMerge,
  againstUndo,
  beforeMerging,
  type MergeFacts,
  type UndoFacts,
} from '#main/rules/merge-acts.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { reason } from '#shared/reasons.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'

const on = asBusinessDate
const side = { ownerId: 'chen', ownerName: '陈', openClaims: 0, openOpportunities: 0, relatives: [] }
const facts: MergeFacts = {
  kept: { ...side, name: '王伟' },
  dropped: { ...side, name: '汪伟' },
  mayReassign: false,
  keptOwnerMayReceive: true,
  areRelatives: false,
  dismissal: null,
}
const lis = { ...facts.dropped, ownerId: 'li', ownerName: '李' }
const nobodys = { ownerId: null, ownerName: null }
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('who may merge what (R-3.4a, R-7.1)', () => {
  it.each<[string, Partial<MergeFacts>, string[]]>([
    ['one owner', {}, []],
    ['nobody’s both', { kept: { ...facts.kept, ...nobodys }, dropped: { ...facts.dropped, ...nobodys } }, []],
    ['two owners, by a manager', { dropped: lis }, ['merge_owners_differ']],
    ['two owners, by a director', { dropped: lis, mayReassign: true }, []],
    [
      'two owners, the kept one’s may not receive',
      { dropped: lis, mayReassign: true, keptOwnerMayReceive: false },
      ['merge_owner_cannot_receive'],
    ],
    ['one owner who may not receive', { keptOwnerMayReceive: false }, []],
    [
      'kept without an owner',
      { kept: { ...facts.kept, ...nobodys }, mayReassign: true },
      ['merge_kept_without_owner'],
    ],
    ['dropped without an owner', { dropped: { ...facts.dropped, ...nobodys }, mayReassign: true }, []],
    ['a claim on the kept one', { kept: { ...facts.kept, openClaims: 1 } }, ['merge_claim_open']],
    [
      'claims on both',
      { kept: { ...facts.kept, openClaims: 1 }, dropped: { ...facts.dropped, openClaims: 2 } },
      ['merge_claim_open', 'merge_claim_open'],
    ],
  ])('%s', (_what, parts, expected) => {
    expect(codes(againstMerge({ ...facts, ...parts }))).toEqual(expected)
  })

  it.each<[string, Partial<MergeFacts>, string[]]>([
    ['nothing in particular', {}, []],
    ['an open deal in one of them', { kept: { ...facts.kept, openOpportunities: 2 } }, []],
    ['an open deal in the other', { dropped: { ...facts.dropped, openOpportunities: 1 } }, []],
    [
      'open deals in both',
      { kept: { ...facts.kept, openOpportunities: 2 }, dropped: { ...facts.dropped, openOpportunities: 1 } },
      ['merge_both_open'],
    ],
    ['relatives of one', { dropped: { ...facts.dropped, relatives: ['李娜'] } }, []],
    ['relatives of the kept one alone', { kept: { ...facts.kept, relatives: ['李娜'] } }, []],
    [
      'relatives of both',
      {
        kept: { ...facts.kept, relatives: ['李娜'] },
        dropped: { ...facts.dropped, relatives: ['李娜', '王小明'] },
      },
      ['merge_families_join'],
    ],
    ['two who are linked', { areRelatives: true }, ['merge_were_relatives']],
    [
      'two who were found to be two people',
      { dismissal: { by: '钱', because: '身份证不同', on: on('2026-03-01') } },
      ['merge_was_dismissed'],
    ],
  ])('tells of %s', (_what, parts, expected) => {
    expect(codes(beforeMerging({ ...facts, ...parts }))).toEqual(expected)
  })
})

describe('how long a merge can be undone (R-3.4a)', () => {
  const merged: UndoFacts = {
    mergedOn: on('2026-03-01'),
    undoneOn: null,
    changedOwner: false,
    mayReassign: false,
    ownerLeft: null,
    since: [],
  }
  it.each<[string, string, Partial<UndoFacts>, string[]]>([
    ['on its day', '2026-03-01', {}, []],
    ['on day 30', '2026-03-31', {}, []],
    ['on day 31', '2026-04-01', {}, ['merge_too_old']],
    ['a second time', '2026-03-02', { undoneOn: on('2026-03-02') }, ['merge_undone']],
    ['by a manager where the owner changed', '2026-03-02', { changedOwner: true }, ['merge_needs_director']],
    ['by a director where the owner changed', '2026-03-02', { changedOwner: true, mayReassign: true }, []],
    ['when its owner has left', '2026-03-02', { ownerLeft: '李' }, ['merge_owner_left']],
    [
      'when it was worked on',
      '2026-03-02',
      { since: [reason('moved_contacted_since', { customerName: '王伟' })] },
      ['moved_contacted_since'],
    ],
    [
      'when it is too old and was worked on',
      '2026-04-01',
      { since: [reason('moved_contacted_since', { customerName: '王伟' })] },
      ['merge_too_old'],
    ],
  ])('%s, %s', (_what, today, parts, expected) => {
    expect(codes(againstUndo({ ...merged, ...parts }, presets.benyue, on(today)))).toEqual(expected)
  })
})
