import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { unpackPart, listParts } from '#main/files/import/zip-check.ts'
import { writeRejects, type RejectsJob } from '#main/files/import/write-rejects.ts'
import { writeList } from '#main/files/sheets/lists/write-list.ts'
import { writeBook } from '#main/files/sheets/write-book.ts'
import { writeForm } from '#main/files/sheets/write-form.ts'
import { files, read } from '#tests/architecture/sources.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'showroom-cells-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a spreadsheet takes for a formula, what it lets slip before one, and the same in wide signs. */
const hostile = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'].flatMap((sign) => [
  `${sign}1+1`,
  `${sign}cmd|' /C calc'!A0`,
  `${sign}HYPERLINK("x","y")`,
])
const column = { header: '备注', width: 20, as: 'text' } as const

type Write = (file: string) => Promise<string>
const settled = async (pending: Promise<{ readonly settle: () => Promise<void> }>, file: string) => {
  await (await pending).settle()
  return file
}
const rejects = (): RejectsJob =>
  ({
    ledger: {
      rows: hostile.map((text, at) => ({ row: at + 2, cells: [text] })),
    },
    layout: { columns: [{ header: '=备注' }], mapping: {} },
    rejected: hostile.map((value, at) => ({
      row: at + 2,
      reasons: [{ field: 'mobile', kind: 'invalid', value }],
    })),
    locale: 'zh-CN',
    sourceName: '=ledger.csv',
    folders: [folder],
  }) as unknown as RejectsJob

/** Every piece of the product that writes a workbook or a CSV, by its file. */
const writers: Readonly<Record<string, Write>> = {
  'src/main/files/sheets/write-book.ts': (file) =>
    settled(writeBook(file, [{ name: 's', columns: [column], rows: hostile.map((each) => [each]) }]), file),
  'src/main/files/sheets/write-form.ts': (file) =>
    settled(
      writeForm(file, [
        {
          name: 's',
          orientation: 'portrait',
          widths: [20],
          rows: hostile.flatMap((text) =>
            (['title', 'plain', 'cell', 'label', 'center', 'head', 'section', 'shade', 'right'] as const).map(
              (look) => ({ cells: [{ text, look }] }),
            ),
          ),
        },
      ]),
      file,
    ),
  'src/main/files/sheets/lists/write-list.ts': (file) =>
    settled(
      writeList(file, { name: 's', mark: hostile, columns: [column], rows: hostile.map((each) => [each]) }),
      file,
    ),
  'src/main/files/import/write-rejects.ts': () => writeRejects(rejects()),
}

describe('a cell that begins like a formula is a text in every file that leaves the program (S5)', () => {
  it('every file that writes workbooks or CSV is looked at here', () => {
    const writing = files('src/**/*.ts', 'src/**/*.tsx').filter((file) =>
      /\bwriteXlsx(?:Stream)?\(|\bcsvLine\(|text\/csv/.test(read(file).replace(/^import .*$/gm, '')),
    )
    expect(writing.filter((file) => file !== 'src/main/files/csv.ts')).toEqual(Object.keys(writers).sort())
  })

  it.each(Object.entries(writers))('%s writes no formula into a workbook', async (name, write) => {
    mkdirSync(folder, { recursive: true })
    const file = await write(path.join(folder, `${path.basename(name)}.xlsx`))
    const bytes = readFileSync(file)
    const parts = listParts(bytes).filter((part) => /worksheets|sharedStrings/.test(part.name))
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) expect(unpackPart(bytes, part).toString()).not.toMatch(/<f[ >]/)
    const cells = (await readXlsx(bytes)).sheets.flatMap(({ rows }) => rows.flat())
    for (const text of hostile)
      expect(cells.map((cell) => String(cell ?? '').replaceAll('\r', '\n'))).toContain(
        text.replaceAll('\r', '\n'),
      )
  })

  it('a list as CSV has no cell that begins like a formula', async () => {
    const file = path.join(folder, 'list.csv')
    await settled(
      writeList(file, { name: 's', mark: hostile, columns: [column], rows: hostile.map((each) => [each]) }),
      file,
    )
    // A quoted cell may hold line ends: cells are what stands after a line end or a comma outside of quotes.
    const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
    const cells = text.match(/"(?:[^"]|"")*"|[^,\r\n"]+/g) ?? []
    expect(cells.length).toBeGreaterThan(hostile.length)
    const bare = cells.map((cell) => cell.replace(/^"/, ''))
    expect(bare.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
    expect(bare.filter((cell) => cell.startsWith("'")).length).toBe(2 * hostile.length)
  })
})
