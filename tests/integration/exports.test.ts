import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { sqliteOf } from '#main/store/handle.ts'
import { declarations, type Output } from '#shared/contract/index.ts'
import { exportedLists, listQueries } from '#shared/contract/exports.ts'
import { texts } from '#shared/text/index.ts'
import { readRows, register } from '#tests/support/book.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

const reason = '月度例会'
const fileBeside = (store: TrainingStore, name: string) => path.join(path.dirname(store.file), name)
const save = (store: TrainingStore, as: PersonName, input: object) =>
  store.answerAsync(as, 'exports.list', { reason, ...input })
const refusalOf = async (store: TrainingStore, as: PersonName, input: object) => {
  const answer = await save(store, as, input)
  return answer.ok ? 'ok' : answer.error.code
}
const rowsIn = async (file: string) => {
  const { sheets } = await readXlsx(readFileSync(file))
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell ?? ''))
}
/** Lines of the table without the mark above it, heads first. */
const tableIn = async (file: string) => {
  const rows = await rowsIn(file)
  return rows.slice(rows.findIndex((row) => row.every((cell) => cell === '')) + 1)
}
const leftovers = (store: TrainingStore) =>
  readdirSync(path.dirname(store.file)).filter((name) => name.includes('.part'))

/** A customer of everybody: 王一 of chen, 王二 of li in the same team, 王三 of zhou in the other. */
function makeBook() {
  const store = openTrainingStore()
  const plan = { grade: 'H', expected: '2026-03-06', plan: '2026-03-05' }
  register(store, 'chen', { ...plan, name: '王一' })
  register(store, 'li', { ...plan, name: '王二' })
  register(store, 'zhou', { ...plan, name: '王三' })
  return store
}

describe('a list leaves the program as the asker sees it (R-13.1, S5)', () => {
  it('gives a manager the customers of his team and a director all of them', async () => {
    const store = makeBook()
    const namesFor = async (as: PersonName) => {
      const file = fileBeside(store, `${as}.xlsx`)
      expect(await save(store, as, { list: 'customers', path: file })).toMatchObject({ ok: true })
      return (await tableIn(file)).slice(1).map(([name]) => name)
    }
    expect(await namesFor('manager')).toEqual(['王一', '王二'])
    expect(await namesFor('otherManager')).toEqual(['王三'])
    expect(await namesFor('director')).toEqual(['王一', '王三', '王二'])
  })

  it('is refused to whoever may not export, whatever he may read', async () => {
    const store = makeBook()
    const file = fileBeside(store, 'list.xlsx')
    for (const as of ['chen', 'desk', 'admin'] as const)
      expect(await refusalOf(store, as, { list: 'customers', path: file })).toBe('PERMISSION_DENIED')
    expect(existsSync(file)).toBe(false)
  })

  it('is refused where the list itself is not his', async () => {
    const store = makeBook()
    const file = fileBeside(store, 'list.xlsx')
    expect(await refusalOf(store, 'manager', { list: 'audit', path: file })).toBe('PERMISSION_DENIED')
    expect(await refusalOf(store, 'manager', { list: 'reassignments', path: file })).toBe('PERMISSION_DENIED')
    expect(
      await refusalOf(store, 'manager', {
        list: 'to_do',
        filter: { staffId: store.ids.zhou },
        path: file,
      }),
    ).toBe('NOT_FOUND')
    expect(existsSync(file)).toBe(false)
  })

  it('holds the rows that the filter of the screen leaves, and says the filter in words', async () => {
    const store = makeBook()
    const file = fileBeside(store, 'list.xlsx')
    const filter = { ownerId: store.ids.li, status: 'open', grade: null }
    expect(await save(store, 'manager', { list: 'customers', filter, path: file })).toMatchObject({
      value: { rows: 1 },
    })
    const rows = await rowsIn(file)
    expect(rows.flat()).toContain('筛选：归属顾问 李雪；状态 跟进中')
    expect((await tableIn(file))[1]?.[0]).toBe('王二')
  })

  it('refuses a filter that the query of the list does not take', async () => {
    const store = makeBook()
    const answer = await save(store, 'manager', {
      list: 'losses',
      filter: { everything: true },
      path: fileBeside(store, 'list.xlsx'),
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } })
  })

  it('takes every page of a long list, each row once', async () => {
    const store = openTrainingStore()
    for (let i = 0; i < 410; i += 1) store.ok('chen', 'customers.register', intake())
    const file = fileBeside(store, 'list.csv')
    expect(await save(store, 'manager', { list: 'customers', path: file })).toMatchObject({
      value: { rows: 410 },
    })
    const phones = readFileSync(file, 'utf8')
      .split('\r\n')
      .map((line) => line.split(',')[1] ?? '')
      .filter((phone) => phone.startsWith('138'))
    expect(new Set(phones).size).toBe(410)
  })

  it('holds one state of the store, also when somebody writes while it is read', async () => {
    const store = openTrainingStore()
    for (let i = 0; i < 410; i += 1) store.ok('chen', 'customers.register', intake())
    const file = fileBeside(store, 'list.csv')
    const saving = save(store, 'manager', { list: 'customers', path: file })
    await new Promise((resolve) => setImmediate(resolve))
    store.ok('chen', 'customers.register', intake({ customer: { name: 'Adam' } }))
    expect(await saving).toMatchObject({ value: { rows: 411 } })
    expect(readFileSync(file, 'utf8').match(/Adam/g)).toHaveLength(1)
  })

  it.each(exportedLists)('writes the list %s in both forms and both languages', async (list) => {
    const store = makeBook()
    for (const name of ['a.xlsx', 'a.csv']) {
      const filter =
        list === 'penalties'
          ? { from: '2026-03-01', until: '2026-03-31' }
          : list === 'to_do'
            ? { staffId: store.ids.chen }
            : {}
      const answer = await save(store, 'director', { list, filter, path: fileBeside(store, name) })
      expect([list, answer.ok || answer.error]).toEqual([list, true])
    }
    expect(Object.keys(texts.en.exports.list)).toContain(list)
  })

  it('knows every list: each query with rows is one of them, or is named here with its reason', () => {
    const others = new Map([
      ['staff.list', 'belongs to the administrator, who exports nothing'],
      ['imports.list', 'belongs to the importing page'],
      ['leads.imports', 'belongs to the importing page'],
      ['imports.profiles', 'belongs to the importing page'],
      ['claims.contacts', 'only for consultants, who export nothing'],
      ['dailyCheck.lines', 'has a workbook of its own'],
      ['dailyCheck.signatures', 'a strip of dates beside the sheet'],
      ['leaves.briefings', 'three lines a customer for a colleague'],
      ['leaves.handoff', 'has a sheet of paper of its own'],
      ['policies.list', 'no data of customers'],
      ['reassignments.holdings', 'a step of the reassignment'],
      ['forms.progress', 'has a sheet of paper of its own'],
      ['reassignments.held', 'a step of the reassignment'],
      ['reassignments.preview', 'a step of the reassignment'],
      ['testDrives.list', 'stands on one customer’s card'],
      ['figures.showroom', 'definitions and numbers'],
      ['figures.showroomLines', 'stands behind one figure'],
      ['leads.calls', 'one line a consultant'],
      ['leads.callLines', 'stands behind one number'],
      ['audit.verify', 'tells how many rows it compared, and shows none of them'],
    ])
    const known = new Set<string>([...Object.values(listQueries), ...others.keys()])
    const withRows = declarations.filter(
      ([, { kind, output }]) =>
        kind === 'query' && 'shape' in output && 'rows' in (output.shape as Record<string, unknown>),
    )
    expect(withRows.map(([call]) => call).filter((call) => !known.has(call))).toEqual([])
  })
})

describe('the mark of an exported list (S5, R-13.3)', () => {
  it('says above the table which store, who, when, how many, which and why', async () => {
    const store = makeBook()
    store.setNow('2026-03-03 18:30')
    const file = fileBeside(store, 'list.xlsx')
    await save(store, 'manager', { list: 'customers', path: file, reason: '厂家核查 3 月客户' })
    const rows = await rowsIn(file)
    expect(rows.slice(0, 5).map(([cell]) => cell)).toEqual([
      '江南店 · 客户',
      '演练门店，数据不是真实的',
      '导出人：钱经理　时间：2026-03-03 18:30　共 2 行',
      '筛选：全部',
      '原因：厂家核查 3 月客户',
    ])
    expect((await tableIn(file))[0]?.slice(0, 4)).toEqual(['客户', '电话', '归属顾问', '意向等级'])
  })

  it('stands above the table in CSV too, which a spreadsheet in Chinese opens', async () => {
    const store = makeBook()
    const file = fileBeside(store, 'list.csv')
    await save(store, 'manager', { list: 'customers', path: file })
    const bytes = readFileSync(file)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString('utf8').slice(1).split('\r\n')
    expect(lines[4]).toBe('原因：月度例会')
    expect(lines[5]).toBe('')
    expect(lines[6]?.startsWith('客户,电话,')).toBe(true)
    expect(lines.at(-1)).toBe('')
  })

  it('needs a reason, and names the field where there is none', async () => {
    const store = makeBook()
    for (const none of [undefined, '', '  ', '哦']) {
      const answer = await save(store, 'manager', {
        list: 'customers',
        path: fileBeside(store, 'list.xlsx'),
        reason: none,
      })
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION_FAILED', issues: [{ field: 'reason' }] },
      })
    }
  })

  it('leaves a trace: which list and filter, how many rows, the file, and why (R-13.3)', async () => {
    const store = makeBook()
    const filter = { grade: 'H' }
    await save(store, 'manager', { list: 'customers', filter, path: fileBeside(store, '客户.csv') })
    const [entry] = readRows<{ reason: string; staff_id: string }>(
      store,
      "select reason, staff_id from audit_entries where call = 'exports.list'",
    )
    expect(entry?.staff_id).toBe(store.ids.manager)
    expect(JSON.parse(entry?.reason ?? '{}')).toEqual({
      what: 'list',
      list: 'customers',
      form: 'csv',
      filter,
      rows: 2,
      file: '客户.csv',
      reason,
    })
  })
})

describe('cells of an exported list (S5)', () => {
  const nasty = ['=1+1', '+8613', '-1', '@SUM(A1)', '＝1+1', '"quoted", and', 'two\nlines']

  function makeNasty() {
    const store = openTrainingStore()
    for (const model of nasty) store.ok('chen', 'customers.register', intake({ opportunity: { model } }))
    return store
  }

  it('keep a text that looks like a formula a text in a workbook', async () => {
    const store = makeNasty()
    const file = fileBeside(store, 'list.xlsx')
    await save(store, 'manager', { list: 'customers', path: file })
    const models = (await tableIn(file)).slice(1).map((row) => row[5])
    expect(new Set(models)).toEqual(new Set(nasty))
    expect(models.every((cell) => typeof cell === 'string')).toBe(true)
  })

  it('begin no formula in CSV, whatever width its sign has, and keep quotes and lines', async () => {
    const store = makeNasty()
    const file = fileBeside(store, 'list.csv')
    await save(store, 'manager', { list: 'customers', path: file })
    const content = readFileSync(file, 'utf8')
    for (const safe of [",'=1+1,", ",'+8613,", ",'-1,", ",'@SUM(A1),", ",'＝1+1,"])
      expect(content).toContain(safe)
    expect(content).toContain('"""quoted"", and"')
    expect(content).toContain('"two\nlines"')
    expect(content).not.toMatch(/,[=+\-@]/)
  })

  it('keep the zero of a landline', async () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { mobile: '021 5888 1234' } }))
    const file = fileBeside(store, 'list.csv')
    await save(store, 'manager', { list: 'customers', path: file })
    expect(readFileSync(file, 'utf8')).toContain(',021-58881234,')
  })

  it('hold the masked phone where the screen masks it (R-13.2)', async () => {
    const store = makeBook()
    const { visitId } = store.ok('desk', 'visits.register', {
      kind: 'walk_in',
      phone: '13900001111',
      callerName: '某先生',
      consultantId: store.ids.zhou,
      byHandReason: '客户指定',
    })
    const shown = store
      .ok('manager', 'visits.list', {})
      .rows.find((row: Output<'visits', 'list'>['rows'][number]) => row.visitId === visitId)
    const file = fileBeside(store, 'list.csv')
    await save(store, 'manager', { list: 'visits', path: file })
    const content = readFileSync(file, 'utf8')
    expect(content.includes('某先生')).toBe(shown !== undefined)
    expect(content).not.toContain('13900001111')
  })
})

describe('a list whose act does not happen', () => {
  it('leaves what was there before', async () => {
    const store = makeBook()
    const file = fileBeside(store, 'list.csv')
    const sqlite = sqliteOf(store.application.store)
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`)
    const answers = []
    // The trail grows by a row each time, until there is no room for it.
    for (let i = 0; i < 400 && answers.at(-1)?.ok !== false; i += 1) {
      writeFileSync(file, 'the list of last week')
      answers.push(await save(store, 'manager', { list: 'losses', path: file }))
    }
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } })
    expect(readFileSync(file, 'utf8')).toBe('the list of last week')
    expect(leftovers(store)).toEqual([])
  })

  it('is refused for another ending and for a place that cannot be written', async () => {
    const store = makeBook()
    const at = (name: string) => ({ list: 'customers', path: fileBeside(store, name) })
    expect(await refusalOf(store, 'manager', at('list.txt'))).toBe('FILE_REFUSED')
    expect(await refusalOf(store, 'manager', at('list'))).toBe('FILE_REFUSED')
    expect(await refusalOf(store, 'manager', at('nowhere/list.xlsx'))).toBe('FILE_REFUSED')
    expect(leftovers(store)).toEqual([])
  })

  it('cannot be asked for without its file', () => {
    const store = makeBook()
    const answer = store.answer('manager', 'exports.list', {
      list: 'customers',
      path: fileBeside(store, 'list.xlsx'),
      reason,
    })
    expect(answer.ok).toBe(false)
  })
})
