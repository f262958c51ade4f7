import { expect, it } from 'vitest'
import { countHistory, countProblems, listProblems } from '#main/files/import/find-problems.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { readAll, sample } from './ledgers.ts'

it('finds in ledger.xlsx exactly the rows and faults that were put in', async () => {
  const { ledger, layout, rows } = await readAll(sample('ledger.xlsx'))
  expect(ledger).toMatchObject({
    format: 'xlsx',
    encoding: null,
    sheets: ['台账', '说明'],
    sheet: '台账',
    headerRow: 3,
  })
  expect({ rows: rows.length, blank: layout.blankRows, totals: layout.totalRows }).toEqual({
    rows: 407,
    blank: 12,
    totals: 1,
  })
  expect(countProblems(rows)).toEqual({
    phone_invalid: 7,
    phone_missing: 7,
    phone_repeated: 8,
    phone_known: 0,
    date_invalid: 8,
    staff_unknown: 7,
    name_missing: 1,
    grade_unknown: 6,
  })
  expect(rows.filter(({ problems }) => problems.length === 0)).toHaveLength(363)
})

it('finds in ledger-gbk.csv exactly the rows and faults that were put in', async () => {
  const { ledger, layout, rows } = await readAll(sample('ledger-gbk.csv'))
  expect(ledger).toMatchObject({ format: 'csv', encoding: 'gb18030', sheets: [], sheet: null, headerRow: 2 })
  expect({ rows: rows.length, blank: layout.blankRows, totals: layout.totalRows }).toEqual({
    rows: 296,
    blank: 2,
    totals: 2,
  })
  expect(countProblems(rows)).toEqual({
    phone_invalid: 11,
    phone_missing: 4,
    phone_repeated: 10,
    phone_known: 0,
    date_invalid: 3,
    staff_unknown: 4,
    name_missing: 5,
    grade_unknown: 17,
  })
  expect(rows.filter(({ problems }) => problems.length === 0)).toHaveLength(242)
})

it('proposes every column of both, whatever they are called and however they are ordered', async () => {
  const xlsx = await readAll(sample('ledger.xlsx'))
  expect(xlsx.layout.mapping).toEqual({
    openedOn: 1,
    name: 2,
    gender: 3,
    mobile: 4,
    model: 5,
    grade: 6,
    expectedPurchaseDate: 7,
    source: 8,
    owner: 9,
    history: 10,
    remark: 11,
  })
  const csv = await readAll(sample('ledger-gbk.csv'))
  expect(csv.layout.mapping).toEqual({
    owner: 0,
    mobile: 1,
    name: 2,
    grade: 3,
    model: 4,
    expectedPurchaseDate: 5,
    openedOn: 6,
    source: 7,
    gender: 8,
    history: 9,
    remark: 10,
  })
})

it('names each problem by the row that the spreadsheet shows', async () => {
  const { rows } = await readAll(sample('ledger.xlsx'))
  const problems = listProblems(rows)
  expect(
    problems.filter(({ kind }) => kind === 'date_invalid').map(({ row, value }) => `${row} ${value}`),
  ).toEqual([
    '172 本月底',
    '195 年后',
    '218 年后',
    '230 本月底',
    '257 本月底',
    '355 2026-02-30',
    '380 年后',
    '407 看情况',
  ])
  expect(
    problems.filter(({ kind }) => kind === 'grade_unknown').map(({ row, value }) => `${row} ${value}`),
  ).toEqual(['299 F', '310 战败', '318 战败', '321 战败', '372 战败', '383 D'])
  expect(problems.find(({ row }) => row === 50)).toEqual({
    row: 50,
    kind: 'staff_unknown',
    field: 'owner',
    value: '已离职小刘',
    customerName: '梁勇涛',
  })
})

it('reads every dated line of the histories and keeps the lines about losses as text', async () => {
  for (const [name, read, kept] of [
    ['ledger.xlsx', 588, 6],
    ['ledger-gbk.csv', 400, 17],
  ] as const) {
    const { rows } = await readAll(sample(name))
    expect(countHistory(rows)).toEqual({ read, kept })
    expect([...new Set(rows.flatMap(({ keptHistory }) => keptHistory))]).toEqual(['战败:买了竞品'])
  }
})

it('finds the same faults whichever day the ledger is imported on', async () => {
  for (const day of ['2026-01-15', '2026-11-21', '2031-01-01']) {
    const { rows } = await readAll(sample('ledger.xlsx'), { on: asBusinessDate(day) })
    expect(countProblems(rows)).toMatchObject({ date_invalid: 8, phone_repeated: 8, grade_unknown: 6 })
    const late = rows.filter(({ openedOn }) => openedOn !== null && openedOn > day)
    expect(late).toEqual([])
  }
})

it('takes D for a grade where the policy has one', async () => {
  const { rows } = await readAll(sample('ledger.xlsx'), { policy: presets['tracking-log'] })
  const unknown = listProblems(rows).filter(({ kind }) => kind === 'grade_unknown')
  expect(unknown.map(({ value }) => value)).not.toContain('D')
  expect(rows.find(({ row }) => row === 383)?.opportunity.grade).toBe('D')
})
