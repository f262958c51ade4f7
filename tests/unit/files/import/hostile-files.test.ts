import fs from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { loadLedger } from '#main/files/import/load-ledger.ts'
import { ledgerLimits, type LedgerLimits } from '#main/files/import/ledger.ts'
import { readLedger } from '#main/files/import/read-ledger.ts'
import { put, putXlsx, refusalOf, sample, scratch } from './ledgers.ts'

type Part = { name: string; content: Buffer; size?: number; crc?: number; method?: number }

/** Packs parts as an .xlsx is packed, with sizes and checksums that may be lies. */
const pack = (parts: Part[]): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, size = content.length, crc = crc32(content), method = 8 } of parts) {
    const data = method === 8 ? deflateRawSync(content) : content
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(crc, 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(local, Buffer.from(name), data)
    directory.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, each) => sum + each.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (target: string, type: string) =>
  Buffer.from(
    `<Relationships><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`,
  )
const sheetXml = (rows: string) => Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
const textCell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const header = `<row r="1">${textCell('A1', '姓名')}${textCell('B1', '手机')}</row>`

const workbook = (sheet: Buffer, more: Part[] = [], change: Partial<Part> = {}): Buffer =>
  pack([
    { name: '[Content_Types].xml', content: Buffer.from('<Types></Types>') },
    { name: '_rels/.rels', content: relations('xl/workbook.xml', 'officeDocument') },
    {
      name: 'xl/workbook.xml',
      content: Buffer.from(
        '<workbook><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations('worksheets/sheet1.xml', 'worksheet') },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...change },
    ...more,
  ])

/** Reads on this thread, without the time and memory limits of the other: hundreds of files in a moment. */
const read = (name: string, content: Buffer | string, limits: Partial<LedgerLimits> = {}) =>
  refusalOf(
    loadLedger(put(name, content), { sheet: null, limits: { ...ledgerLimits, ...limits } }, () => undefined),
  )

it('reads the workbook from which the hostile ones are made', async () => {
  expect(await read('good.xlsx', workbook(sheetXml(header)))).toBe('read')
})

describe('a file that is none', () => {
  it.each([
    ['not_found', () => readLedger(scratch('nowhere.xlsx'))],
    ['not_found', () => readLedger(fs.mkdtempSync(scratch('folder')))],
    ['not_found', () => readLedger('\0')],
    ['empty', () => readLedger(put('zero.xlsx', ''))],
    ['empty', () => readLedger(put('zero.csv', ''))],
    ['empty', () => readLedger(put('blank.csv', '\n,,\n \n'))],
    ['unknown_format', () => readLedger(put('old.xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')))],
    [
      'unknown_format',
      () => readLedger(put('page.xls', '<html><table><tr><td>姓名</td></tr></table></html>')),
    ],
    ['unknown_format', () => readLedger(put('xml.xls', '<?xml version="1.0"?><Workbook></Workbook>'))],
    ['unknown_format', () => readLedger(put('paper.xlsx', '%PDF-1.7 …'))],
    ['unknown_format', () => readLedger(put('nul.csv', 'a,b\0c\n'))],
    [
      'unknown_format',
      () => readLedger(put('text.docx', pack([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]))),
    ],
    [
      'encoding_unknown',
      () => readLedger(put('odd.csv', Buffer.from([0xd0, 0xd5, 0xc3, 0xff, 0xff, 0x2c, 0x41]))),
    ],
    ['broken', () => readLedger(put('cut.csv', Buffer.from('姓名,手机\n张三').subarray(0, -1)))],
    ['broken', () => readLedger(put('open-quote.csv', '姓名,手机\n"张三,13800138000\n李四,13800138001'))],
  ])('is refused as %s', async (reason, reading) => {
    expect(await refusalOf(reading())).toMatchObject({ reason })
  })

  it('is refused when it is noise', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      let state = seed
      const noise = Buffer.from(
        Array.from({ length: 4000 }, () => (state = (state * 48271) % 2147483647) & 0xff),
      )
      expect(await read('noise.csv', noise)).toHaveProperty('reason')
    }
  })

  it('is refused when an empty workbook holds nothing', async () => {
    expect(await refusalOf(readLedger(await putXlsx('empty.xlsx', { 台账: [] })))).toEqual({
      reason: 'empty',
    })
  })
})

describe('a workbook made to do harm', () => {
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 0x20)

  it('is refused when it would unpack beyond the limit', async () => {
    const bomb = workbook(sheetXml(header), [{ name: 'xl/sharedStrings.xml', content: zeros(30) }])
    expect(bomb.length).toBeLessThan(100_000)
    expect(await read('bomb.xlsx', bomb, { maxUnpackedBytes: 10 * 1024 * 1024 })).toMatchObject({
      reason: 'hostile',
    })
  })

  it('is refused when it lies about what it unpacks to', async () => {
    const honest = sheetXml(header)
    expect(await read('less.xlsx', workbook(zeros(30), [], { size: 1000 }))).toMatchObject({
      reason: 'hostile',
    })
    expect(await read('nothing.xlsx', workbook(zeros(30), [], { size: 0 }))).toMatchObject({
      reason: 'hostile',
    })
    expect(await read('more.xlsx', workbook(honest, [], { size: 9000 }))).toMatchObject({ reason: 'broken' })
    expect(await read('sum.xlsx', workbook(honest, [], { crc: 1 }))).toMatchObject({ reason: 'broken' })
    expect(
      await read('twice.xlsx', workbook(honest, [{ name: '_rels/.rels', content: honest }])),
    ).toMatchObject({
      reason: 'hostile',
    })
  })

  it('is refused when a sheet stops half way', async () => {
    const half = Buffer.from(`<worksheet><sheetData>${header}<row r="2"><c r="A2"`)
    expect(await read('half.xlsx', workbook(half))).toMatchObject({ reason: 'broken' })
  })

  it.each([
    [
      'hostile',
      'a cell longer than any spreadsheet holds',
      `<row r="2">${textCell('A2', 'x'.repeat(40_000))}</row>`,
    ],
    ['too_many_columns', 'a column far to the right', `<row r="2">${textCell('XFD2', 'x')}</row>`],
    ['broken', 'a column that no spreadsheet has', `<row r="2">${textCell('ZZZZZZ2', 'x')}</row>`],
    ['hostile', 'rows that go back', `<row r="9"></row><row r="2">${textCell('A2', 'x')}</row>`],
    ['hostile', 'a row beyond the last', `<row r="99999999">${textCell('A99999999', 'x')}</row>`],
    ['hostile', 'a row that is no number', `<row r="x">${textCell('A2', 'x')}</row>`],
  ])('is refused as %s for %s', async (reason, _what, rows) => {
    expect(await read('rows.xlsx', workbook(sheetXml(header + rows)))).toMatchObject({ reason })
  })

  it('takes a lone row at the very end for what it is', async () => {
    const rows = `<row r="1048576">${textCell('A1048576', '张三')}</row>`
    const ledger = await readLedger(put('end.xlsx', workbook(sheetXml(header + rows))))
    expect(ledger.rows).toHaveLength(2)
    expect(ledger.lastRow).toBe(1_048_576)
  })

  it('does not follow entities', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>${header}<row r="2">${textCell('A2', '&b;')}</row></sheetData></worksheet>`
    const result = await read('entities.xlsx', workbook(Buffer.from(bomb)))
    expect(result === 'read' || result.reason === 'broken').toBe(true)
  })

  it('is stopped when it takes too long, and when it takes too much memory', async () => {
    const file = put(
      'slow.xlsx',
      workbook(Buffer.concat([Buffer.from('<worksheet><a b="'), zeros(24), Buffer.from('</worksheet>')])),
    )
    expect(await refusalOf(readLedger(file, { limits: { maxMilliseconds: 1 } }))).toEqual({
      reason: 'took_too_long',
    })
    const strings = Buffer.from(`<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}</sst>`)
    const both = relations('worksheets/sheet1.xml', 'worksheet')
      .toString()
      .replace(
        '</Rel',
        `<Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Rel`,
      )
    const big = pack([
      { name: '[Content_Types].xml', content: Buffer.from('<Types></Types>') },
      { name: '_rels/.rels', content: relations('xl/workbook.xml', 'officeDocument') },
      {
        name: 'xl/workbook.xml',
        content: Buffer.from(
          '<workbook><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
      },
      { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from(both) },
      { name: 'xl/worksheets/sheet1.xml', content: sheetXml(header) },
      { name: 'xl/sharedStrings.xml', content: strings },
    ])
    expect(big.length).toBeLessThan(200_000)
    const reading = readLedger(put('memory.xlsx', big), { limits: { maxMemoryMb: 64 } })
    expect(await refusalOf(reading)).toEqual({ reason: 'hostile', data: { found: 'memory' } })
  })

  it('is refused above the limits of size, rows and columns', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => [`客户${index}`, 'x', 'y'])
    const packed = fs.readFileSync(await putXlsx('big.xlsx', { 台账: rows }))
    const text = Buffer.from(rows.map((row) => row.join(',')).join('\n'))
    for (const bytes of [packed, text]) {
      expect(await read('big', bytes, { maxBytes: 100 })).toMatchObject({ reason: 'too_large' })
      expect(await read('big', bytes, { maxRows: 49 })).toEqual({
        reason: 'too_many_rows',
        data: { max: 49 },
      })
      expect(await read('big', bytes, { maxColumns: 2 })).toEqual({
        reason: 'too_many_columns',
        data: { max: 2 },
      })
      expect(await read('big', bytes, { maxCellLength: 2 })).toMatchObject({ reason: 'hostile' })
      expect(await read('big', bytes, { maxRows: 50, maxColumns: 3 })).toBe('read')
    }
  })
})

describe('a damaged ledger', () => {
  const xlsx = fs.readFileSync(sample('ledger.xlsx'))
  const csv = fs.readFileSync(sample('ledger-gbk.csv'))

  it('is refused as broken wherever a workbook is cut off', async () => {
    for (let part = 0; part < 40; part += 1) {
      const cut = xlsx.subarray(0, Math.max(4, Math.floor((xlsx.length * part) / 40)))
      expect(await read('cut.xlsx', cut)).toMatchObject({ reason: 'broken' })
    }
  })

  it('is read as it was or refused with a reason, whatever bytes have changed', async () => {
    const whole: string[] = []
    await loadLedger(sample('ledger.xlsx'), { sheet: null, limits: ledgerLimits }, (row) =>
      whole.push(JSON.stringify(row)),
    )
    let refused = 0
    let state = 20260302
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below
    for (let mutation = 0; mutation < 200; mutation += 1) {
      const bytes = Buffer.from(xlsx)
      for (let flips = 0; flips <= mutation % 4; flips += 1) bytes[random(bytes.length)] = random(256)
      const rows: string[] = []
      const file = put('mutated.xlsx', bytes)
      const result = await refusalOf(
        loadLedger(file, { sheet: null, limits: ledgerLimits }, (row) => rows.push(JSON.stringify(row))),
      )
      if (result === 'read') expect(rows.join('\n') === whole.join('\n')).toBe(true)
      else refused += 1
    }
    expect(refused).toBeGreaterThan(150)
  })

  it('never makes the reader of texts fail in any other way', async () => {
    let state = 7
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below
    for (let mutation = 0; mutation < 200; mutation += 1) {
      const bytes = Buffer.from(csv.subarray(0, random(csv.length)))
      for (let flips = 0; flips <= mutation % 8; flips += 1) bytes[random(bytes.length + 1)] = random(256)
      const result = await read('mutated.csv', bytes)
      expect(result === 'read' || typeof result.reason === 'string').toBe(true)
    }
  })
})
