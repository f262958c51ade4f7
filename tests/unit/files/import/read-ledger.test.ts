import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { cellText } from '#main/files/import/ledger.ts'
import { layOutLedger } from '#main/files/import/lay-out-ledger.ts'
import { readLedger } from '#main/files/import/read-ledger.ts'
import { put, putXlsx, refusalOf, sample } from './ledgers.ts'

const textOf = async (file: string) => {
  const { rows } = await readLedger(file)
  return rows.map(({ cells }) => cells.map(cellText))
}

describe('a text file', () => {
  const text = '姓名,手机\r\n张三,13800138000\r\n'
  const plain = [
    ['姓名', '手机'],
    ['张三', '13800138000'],
  ]

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['gb18030', iconv.encode(text, 'gbk')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(text, 'utf-16be')])],
  ])('is read as %s', async (encoding, bytes) => {
    const file = put(`encoding.csv`, bytes)
    expect((await readLedger(file)).encoding).toBe(encoding)
    expect(await textOf(file)).toEqual(plain)
  })

  it('keeps characters that only GB18030 has', async () => {
    const file = put('rare.csv', iconv.encode('姓名,手机\n㐂𠮷,13800138000', 'gb18030'))
    expect((await textOf(file))[1]?.[0]).toBe('㐂𠮷')
  })

  it.each([
    ['commas', '姓名,手机\n张三,13800138000'],
    ['semicolons', '姓名;手机\n张三;13800138000'],
    ['tabs', '姓名\t手机\n张三\t13800138000'],
    ['a separator named on top', 'sep=;\r\n姓名;手机\r\n张三;13800138000'],
    ['old line ends', '姓名,手机\r张三,13800138000'],
  ])('may be divided by %s', async (_by, content) => {
    expect(await textOf(put('divided.csv', content))).toEqual(plain)
  })

  it('takes separators, line ends and doubled quotes inside quotes for text', async () => {
    const file = put('quoted.csv', '姓名,跟进\n"张三, 李四","1.7 到店\r\n1.9 说""再看看"""\n王五,无')
    expect(await textOf(file)).toEqual([
      ['姓名', '跟进'],
      ['张三, 李四', '1.7 到店\n1.9 说"再看看"'],
      ['王五', '无'],
    ])
  })

  it('counts rows as a spreadsheet does, blank ones too', async () => {
    const file = put('blank.csv', '姓名,手机\n\n张三,13800138000\n,,\n"李\n四",13800138001\n,\n\n\n')
    const ledger = await readLedger(file)
    expect(ledger.rows.map(({ row }) => row)).toEqual([1, 3, 5])
    expect(ledger.lastRow).toBe(6)
    expect(layOutLedger(ledger)).toMatchObject({ blankRows: 3, totalRows: 0 })
  })
})

describe('a workbook', () => {
  it('gives numbers, dates and texts, row by row, with what is blank left out', async () => {
    const { rows } = await readLedger(sample('ledger.xlsx'))
    expect(rows.find(({ row }) => row === 7)?.cells.slice(0, 5)).toEqual([
      4,
      { on: '2026-02-15' },
      '王强英',
      '女',
      '0086 18698141198',
    ])
    expect(rows.find(({ row }) => row === 4)?.cells[4]).toBe(13607504692)
    expect(rows.some(({ row }) => row === 45)).toBe(false)
  })

  it('is opened at the sheet most like a ledger', async () => {
    const file = await putXlsx('sheets.xlsx', {
      说明: [['请勿删除'], ['姓名和手机必填']],
      汇总: [
        ['顾问', '客户', '日期'],
        ['王建国', 12, '2026-03-01'],
      ],
      三月: [['意向客户'], ['姓名', '手机', '意向级别', '销售顾问'], ['张三', '13800138000', 'H', '王建国']],
    })
    expect(await readLedger(file)).toMatchObject({
      sheet: '三月',
      headerRow: 2,
      sheets: ['说明', '汇总', '三月'],
    })
    const other = await readLedger(file, { sheet: '说明' })
    expect(other).toMatchObject({ sheet: '说明', headerRow: 1, lastRow: 2 })
  })

  it('is read to the end also where a sheet of more than fifty rows stands before the ledger', async () => {
    const notes = Array.from({ length: 80 }, (_, index) => [`说明第${index}条`])
    const customers = Array.from({ length: 120 }, (_, index) => [
      `客户${index}`,
      String(13800138000 + index),
      'H',
    ])
    const file = await putXlsx('long.xlsx', { 说明: notes, 台账: [['姓名', '手机', '级别'], ...customers] })
    const ledger = await readLedger(file)
    expect(ledger).toMatchObject({ sheet: '台账', headerRow: 1, lastRow: 121 })
    expect(ledger.rows).toHaveLength(121)
  })

  it('is told by its content, whatever its name says', async () => {
    const text = put('really-text.xlsx', '姓名,手机\n张三,13800138000')
    expect(await readLedger(text)).toMatchObject({ format: 'csv', encoding: 'utf-8' })
    const workbook = await putXlsx('really-a-workbook.csv', {
      台账: [
        ['姓名', '手机'],
        ['张三', '13800138000'],
      ],
    })
    expect(await readLedger(workbook)).toMatchObject({ format: 'xlsx', sheet: '台账' })
  })

  it('answers for a sheet or a header row that does not exist', async () => {
    expect(await refusalOf(readLedger(sample('ledger.xlsx'), { sheet: '四月' }))).toEqual({
      reason: 'unknown_sheet',
      data: { sheet: '四月' },
    })
    const ledger = await readLedger(sample('ledger.xlsx'))
    expect(await refusalOf(Promise.resolve().then(() => layOutLedger(ledger, { headerRow: 5000 })))).toEqual({
      reason: 'header_row',
      data: { row: 5000 },
    })
  })
})
