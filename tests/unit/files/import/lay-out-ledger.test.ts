import { describe, expect, it } from 'vitest'
import { layOutLedger, requireMappedPerson } from '#main/files/import/lay-out-ledger.ts'
import type { Cell, Ledger } from '#main/files/import/ledger.ts'
import { issuesOf } from './ledgers.ts'

const ledgerOf = (...rows: Cell[][]): Ledger => ({
  format: 'csv',
  encoding: 'utf-8',
  sheets: [],
  sheet: null,
  headerRow: 1,
  lastRow: rows.length,
  rows: rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((each) => each !== '')),
})
const header = ['序号', '姓名', '手机', '级别']
const zhang: Cell[] = [1, '张三', '13800138000', 'H']

describe('a row below the header', () => {
  it.each<[string, Cell[], string]>([
    ['customer', zhang, 'rows'],
    ['customer without a name', ['', '', '13800138000'], 'rows'],
    ['customer called 总计, with a phone', ['', '总计', '13800138000'], 'rows'],
    ['blank row', ['', '', ''], 'blankRows'],
    ['number that nobody filled in', [7, '', ''], 'blankRows'],
    ['total', ['合计', '', '', 12], 'totalRows'],
    ['total in letters apart', ['', '总 计：', '', 12], 'totalRows'],
    ['subtotal with its count', ['', '小计12人', '', ''], 'totalRows'],
    ['total of a month', ['本月合计', '', '', 3], 'totalRows'],
    ['total in English', ['', 'Total', '', 3], 'totalRows'],
    ['header of the next page', header, 'totalRows'],
  ])('may be a %s', (_what, cells, where) => {
    const layout = layOutLedger(ledgerOf(header, zhang, cells, zhang))
    const counts = { rows: layout.rows.length - 2, blankRows: layout.blankRows, totalRows: layout.totalRows }
    expect(counts).toEqual({ rows: 0, blankRows: 0, totalRows: 0, [where]: 1 })
  })
})

it('describes each column by its header and the first different values under it', () => {
  const layout = layOutLedger(ledgerOf(header, zhang, [2, '张三', '', 'A', '多'], [3, '李四', '', 'H']))
  expect(layout.columns).toEqual([
    { index: 0, header: '序号', samples: ['1', '2', '3'] },
    { index: 1, header: '姓名', samples: ['张三', '李四'] },
    { index: 2, header: '手机', samples: ['13800138000'] },
    { index: 3, header: '级别', samples: ['H', 'A'] },
    { index: 4, header: '', samples: ['多'] },
  ])
})

it('takes the header row and the mapping it is given', () => {
  const ledger = ledgerOf(['标题'], header, zhang)
  const layout = layOutLedger(ledger, { headerRow: 2, mapping: { name: 1, remark: 0 } })
  expect(layout).toMatchObject({ headerRow: 2, mapping: { name: 1, remark: 0 } })
  expect(layout.rows).toHaveLength(1)
})

it('refuses a mapping that does not fit the file, naming the field', () => {
  const ledger = ledgerOf(header, zhang)
  expect(issuesOf(() => layOutLedger(ledger, { mapping: { name: 9 } }))).toEqual([
    'mapping.name unknown_column',
  ])
  expect(issuesOf(() => layOutLedger(ledger, { mapping: { name: 1, area: 1 } }))).toEqual([
    'mapping.area invalid',
  ])
  expect(issuesOf(() => requireMappedPerson({ remark: 3 }))).toEqual(['mapping.name name_not_mapped'])
  expect(issuesOf(() => requireMappedPerson({ mobile: 2 }))).toEqual([])
})
