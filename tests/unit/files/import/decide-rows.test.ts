import { describe, expect, it } from 'vitest'
import { decideRows, type DecisionContext } from '#main/files/import/decide-rows.ts'
import { checkRows } from '#main/files/import/find-problems.ts'
import type { ImportDecisions } from '#shared/contract/imports.ts'
import { emptyStore, readAll, readOne, sample, today } from './ledgers.ts'
import { issuesOf } from './ledgers.ts'

const context: DecisionContext = { today, grades: ['H', 'A', 'B', 'C'], findStaff: emptyStore.findStaff }
type Cells = Parameters<typeof readOne>[0]
const decide = (cells: Cells, decisions: ImportDecisions) =>
  decideRows(
    checkRows([readOne({ name: '张三', mobile: '13800138000', owner: '李雪', ...cells })], emptyStore),
    decisions,
    context,
  )

it('takes a row without a problem whatever was decided, and rejects one about which nothing was', () => {
  expect(decide({}, { grade_unknown: 'skip' }).accepted).toHaveLength(1)
  expect(decide({ grade: '战败' }, {})).toEqual({
    accepted: [],
    rejected: [{ row: 2, reasons: [{ kind: 'grade_unknown', field: 'grade', value: '战败' }] }],
  })
  expect(decide({ grade: '战败' }, { grade_unknown: 'skip' }).rejected).toHaveLength(1)
})

it('takes a row only when every problem of it has a default; the reasons are those that have none', () => {
  const cells = { grade: '战败', owner: '钱多多' }
  expect(decide(cells, { grade_unknown: { default: 'C' } }).rejected).toEqual([
    { row: 2, reasons: [{ kind: 'staff_unknown', field: 'owner', value: '钱多多' }] },
  ])
  const both = decide(cells, { grade_unknown: { default: 'c' }, staff_unknown: { default: '王建国' } })
  expect(both.accepted).toMatchObject([{ ownerId: 'staff-王建国', opportunity: { grade: 'C' } }])
})

describe('a default', () => {
  it('names a customer without a name', () => {
    expect(decide({ name: '' }, { name_missing: { default: ' 未留名 ' } }).accepted).toMatchObject([
      { customer: { name: '未留名' } },
    ])
  })
  it('leaves a grade to the date', () => {
    const cells = { grade: 'F', expectedPurchaseDate: '2026-03-09' }
    expect(decide(cells, { grade_unknown: { default: 'by_date' } }).accepted).toMatchObject([
      { opportunity: { grade: null, expectedPurchaseDate: '2026-03-09' } },
    ])
  })
  it('sets a purchase date, or leaves it out', () => {
    const cells = { expectedPurchaseDate: '年后' }
    expect(decide(cells, { date_invalid: { default: '2026-04-01' } }).accepted).toMatchObject([
      { opportunity: { expectedPurchaseDate: '2026-04-01' } },
    ])
    expect(decide(cells, { date_invalid: { default: 'empty' } }).accepted).toMatchObject([
      { opportunity: { expectedPurchaseDate: null } },
    ])
  })
  it('for dates never becomes the day a customer was opened', () => {
    const cells = { openedOn: '2月30日', expectedPurchaseDate: '2026-03-09' }
    expect(decide(cells, { date_invalid: { default: '2026-04-01' } }).accepted).toMatchObject([
      { openedOn: null, opportunity: { expectedPurchaseDate: '2026-03-09' } },
    ])
  })

  it.each<[string, ImportDecisions]>([
    ['decisions.phone_missing not_allowed', { phone_missing: { default: '13800138000' } }],
    ['decisions.phone_invalid not_allowed', { phone_invalid: { default: '13800138000' } }],
    ['decisions.phone_repeated not_allowed', { phone_repeated: { default: '13800138000' } }],
    ['decisions.phone_known not_allowed', { phone_known: { default: '13800138000' } }],
    ['decisions.name_missing required', { name_missing: { default: '  ' } }],
    ['decisions.name_missing too_long', { name_missing: { default: '名'.repeat(101) } }],
    ['decisions.date_invalid not_a_date', { date_invalid: { default: '2026-02-30' } }],
    ['decisions.date_invalid not_a_date', { date_invalid: { default: '' } }],
    ['decisions.date_invalid too_small', { date_invalid: { default: '2026-03-01' } }],
    ['decisions.staff_unknown unknown_staff', { staff_unknown: { default: '钱多多' } }],
    ['decisions.grade_unknown unknown_grade', { grade_unknown: { default: 'F' } }],
  ])('that makes no sense is refused: %s', (issue, decisions) => {
    expect(issuesOf(() => decide({}, decisions))).toEqual([issue])
  })
  it('may be today', () => {
    expect(issuesOf(() => decide({}, { date_invalid: { default: today } }))).toEqual([])
  })
})

it('takes of the sample ledger the rows without a problem, and more as more is decided', async () => {
  const { rows } = await readAll(sample('ledger.xlsx'))
  const count = (decisions: ImportDecisions) => {
    const { accepted, rejected } = decideRows(rows, decisions, context)
    expect(accepted.length + rejected.length).toBe(407)
    return accepted.length
  }
  expect(count({})).toBe(363)
  const rest: ImportDecisions = {
    grade_unknown: { default: 'by_date' },
    date_invalid: { default: 'empty' },
    staff_unknown: { default: '李雪' },
    name_missing: { default: '未留名' },
  }
  expect(count(rest)).toBe(407 - 7 - 7 - 8)
})
