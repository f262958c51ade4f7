import fs from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { decideRows } from '#main/files/import/decide-rows.ts'
import { checkRows } from '#main/files/import/find-problems.ts'
import { layOutLedger } from '#main/files/import/lay-out-ledger.ts'
import { readLedger } from '#main/files/import/read-ledger.ts'
import { readRows } from '#main/files/import/read-rows.ts'
import { writeRejects, type RejectsJob } from '#main/files/import/write-rejects.ts'
import { unpackPart, listParts } from '#main/files/import/zip-check.ts'
import { contextOf, emptyStore, put, readAll, refusalOf, sample, scratch, today } from './ledgers.ts'

const decisions = { today, grades: ['H', 'A', 'B', 'C'], findStaff: emptyStore.findStaff }

const rejectsOf = async (file: string): Promise<Omit<RejectsJob, 'folders'>> => {
  const { ledger, layout, rows } = await readAll(file)
  const { rejected } = decideRows(rows, {}, decisions)
  return { ledger, layout, rejected, locale: 'zh-CN', sourceName: path.basename(file) }
}
const folder = (name: string): string => {
  const made = scratch(name)
  fs.mkdirSync(made, { recursive: true })
  return made
}
const valuesOf = async (file: string) => (await readXlsx(fs.readFileSync(file))).sheets[0]?.rows ?? []

it('gives back every rejected row with its number, its cells and the reason in words', async () => {
  const job = await rejectsOf(sample('ledger.xlsx'))
  const file = await writeRejects({ ...job, folders: [folder('back')] })
  expect(path.basename(file)).toBe('ledger-未导入.xlsx')
  const [header, ...rows] = await valuesOf(file)
  expect(header).toEqual(['原行号', ...job.layout.columns.map((column) => column.header), '未导入原因'])
  expect(rows).toHaveLength(44)
  expect(rows.find(([row]) => row === '50')).toEqual(
    '50|47|2月14日|梁勇涛|男|17768264004|途昂|A|2026年4月22日|自然到店|已离职小刘|2.14 到店看车,说再比较\n2.16 电话 已约周六到店|要现车|销售顾问：顾问不存在（已离职小刘）'.split(
      '|',
    ),
  )
})

it('speaks English where the store does', async () => {
  const job = await rejectsOf(sample('ledger-gbk.csv'))
  const file = await writeRejects({ ...job, locale: 'en', folders: [folder('english')] })
  expect(path.basename(file)).toBe('ledger-gbk-not imported.xlsx')
  const [header, first] = await valuesOf(file)
  expect([header?.[0], header?.at(-1)]).toEqual(['Row', 'Why not imported'])
  expect(first?.at(-1)).toMatch(/^[\w -]+: [\w -]+/)
})

it('can be imported again, with the same columns and the same problems', async () => {
  const job = await rejectsOf(sample('ledger.xlsx'))
  const file = await writeRejects({ ...job, folders: [folder('again')] })
  const { layout, rows } = await readAll(file)
  expect(layout.mapping).toEqual(
    Object.fromEntries(Object.entries(job.layout.mapping).map(([field, column]) => [field, column + 1])),
  )
  expect(rows).toHaveLength(44)
  const kinds = new Set(rows.flatMap(({ problems }) => problems.map(({ kind }) => kind)))
  expect([...kinds].sort()).toEqual(
    // Without the rows that were taken the numbers are no longer repeated.
    ['date_invalid', 'grade_unknown', 'name_missing', 'phone_invalid', 'phone_missing', 'staff_unknown'],
  )
})

it('never overwrites a file, and leaves no half-written one', async () => {
  const there = folder('twice')
  const job = await rejectsOf(sample('ledger-gbk.csv'))
  const files = await Promise.all([1, 2, 3].map(() => writeRejects({ ...job, folders: [there] })))
  const names = ['ledger-gbk-未导入-2.xlsx', 'ledger-gbk-未导入-3.xlsx', 'ledger-gbk-未导入.xlsx']
  expect(files.map((file) => path.basename(file)).sort()).toEqual(names)
  expect(fs.readdirSync(there).sort()).toEqual(names)
})

it('goes to the next folder where the first cannot be written, and says so where none can', async () => {
  const job = await rejectsOf(sample('ledger-gbk.csv'))
  const blocked = path.join(put('a-file', ''), 'below')
  const file = await writeRejects({ ...job, folders: [blocked, folder('fallback')] })
  expect(path.dirname(file)).toBe(scratch('fallback'))
  expect(await refusalOf(writeRejects({ ...job, folders: [blocked] }))).toEqual({ reason: 'cannot_write' })
})

it('writes what looks like a formula as text (S5)', async () => {
  const nasty = ['=1+1', '+8613800138', '-2+3', '@SUM(A1)', '=cmd|"/c calc"!A0', '=HYPERLINK("x")']
  const source = put(
    'nasty.csv',
    `姓名,手机,销售顾问\n${nasty.map((text) => `"${text.replaceAll('"', '""')}",1,李雪`).join('\n')}`,
  )
  const ledger = await readLedger(source)
  const layout = layOutLedger(ledger)
  const { rejected } = decideRows(checkRows(await readRows(layout, contextOf()), emptyStore), {}, decisions)
  const job = { ledger, layout, rejected, locale: 'zh-CN', sourceName: 'nasty.csv' } as const
  const file = await writeRejects({ ...job, folders: [folder('nasty')] })
  expect((await valuesOf(file)).slice(1).map(([, name]) => name)).toEqual(nasty)
  const bytes = fs.readFileSync(file)
  const sheet = listParts(bytes).find(({ name }) => name.endsWith('sheet1.xml'))
  const xml = sheet === undefined ? '' : unpackPart(bytes, sheet).toString()
  const cells = [...xml.matchAll(/<c [^>]*>/g)].map(([cell]) => cell)
  expect(cells).toHaveLength((nasty.length + 1) * 5)
  expect(cells.filter((cell) => !/t="(?:s|inlineStr)"/.test(cell))).toEqual([])
  expect(xml).not.toContain('<f')
})
