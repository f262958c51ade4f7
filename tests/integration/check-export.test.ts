import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { sqliteOf } from '#main/store/handle.ts'
import { openApplication } from '#main/application/open-application.ts'
import { signedCheck, type SignedCheck } from '#shared/contract/supervision.ts'
import { readRows } from '#tests/support/book.ts'
import { makeBook, on } from '#tests/support/books/checked-book.ts'
import { makeFolder } from '#tests/support/folders.ts'
import { attentionLines, makeReport } from '#tests/support/books/occasions.ts'
import { pastStores, unpackPastStore } from '#tests/support/files/past-stores.ts'
import { migrationsFolder, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const fileBeside = (store: TrainingStore, name: string) => path.join(path.dirname(store.file), name)
const sheetsOf = async (file: string) => {
  const { sheets } = await readXlsx(readFileSync(file))
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map((cell) => cell ?? ''))]))
}
const save = (store: TrainingStore, as: PersonName, input: object) =>
  store.answerAsync(as, 'dailyCheck.exportSheet', { on, ...input })

describe('the signature freezes what needed attention (R-9.2)', () => {
  it('keeps the lines of attention as they were, whatever becomes of them', () => {
    const { store } = makeBook()
    const rectificationId = makeReport(store, 'chen', '2026-03-04', '2026-03-09')
    const before = attentionLines(store, 'manager', on)
    expect(before.map(({ kind, refId }) => [kind, refId])).toContainEqual(['report_missing', rectificationId])
    store.ok('manager', 'dailyCheck.sign', { on })
    store.ok('chen', 'rectifications.write', {
      rectificationId,
      cause: '漏看',
      measures: '每天核对',
      deadlineOn: '2026-03-20',
    })
    expect(attentionLines(store, 'manager', on)).not.toEqual(before)
    expect(store.ok('manager', 'dailyCheck.signed', { on }).attention).toEqual(before)
  })

  it('opens sheets that were signed before there was any attention, and later ones with all of theirs', () => {
    const before: number[] = []
    for (const past of pastStores) {
      const file = unpackPastStore(past, makeFolder())
      openApplication({ file, migrationsFolder }).close()
      const db = new Database(file, { readonly: true })
      const rows = db
        .prepare<[], { snapshot: string; digest: string }>('select snapshot, digest from signed_checks')
        .all()
      db.close()
      expect(rows.length).toBeGreaterThan(0)
      for (const { snapshot, digest } of rows) {
        const signed = JSON.parse(snapshot) as { readonly attention?: readonly unknown[] }
        const sheet: SignedCheck = signedCheck.parse({ ...signed, digest })
        expect(sheet.attention).toHaveLength(signed.attention?.length ?? 0)
        expect(sheet.consultants.length).toBeGreaterThan(0)
        if (signed.attention === undefined) before.push(past.version)
      }
    }
    // The control: there is a store from before.
    expect(new Set(before)).toEqual(new Set([2]))
  })
})

describe('the sheet as a workbook (R-9.2)', () => {
  it('holds what the signature froze: overview, figures, lines and attention', async () => {
    const { store } = makeBook()
    makeReport(store, 'chen', '2026-03-04', '2026-03-09')
    const { digest } = store.ok('manager', 'dailyCheck.sign', { on, note: '=1+1' })
    const signed = store.ok('manager', 'dailyCheck.signed', { on })
    const file = fileBeside(store, 'check.xlsx')
    const rows = signed.lines.length + (signed.attention ?? []).length
    expect(await save(store, 'manager', { sheet: 'signed', path: file })).toEqual({
      ok: true,
      value: { path: file, rows },
    })
    const sheets = await sheetsOf(file)
    expect([...sheets.keys()]).toEqual(['概况', '数字', '明细', '关注'])
    const overview = new Map(sheets.get('概况')?.map(([what, value]) => [what, value]))
    expect(overview.get('签字人')).toBe('钱经理')
    expect(overview.get('摘要')).toBe(digest)
    // A text that looks like a formula stays the text it is.
    expect(overview.get('说明')).toBe('=1+1')
    const figures = sheets.get('数字') ?? []
    expect(figures.map(([name]) => name)).toEqual(['顾问', '李雪', '陈晓东', '合计'])
    expect(figures[2]?.[1]).toBe(3)
    expect(sheets.get('明细')).toHaveLength(signed.lines.length + 1)
    expect(
      sheets
        .get('关注')
        ?.find(([kind]) => kind === '整改报告逾期未交')
        ?.slice(1, 2),
    ).toEqual(['陈晓东'])
  })

  it('of what is not signed holds what the asker sees now, and says so', async () => {
    const { store } = makeBook()
    const of = async (as: PersonName) => {
      const file = fileBeside(store, `${as}.xlsx`)
      expect(await save(store, as, { sheet: 'now', path: file })).toMatchObject({ ok: true })
      return sheetsOf(file)
    }
    const own = await of('chen')
    expect(own.get('数字')?.map(([name]) => name)).toEqual(['顾问', '陈晓东', '合计'])
    expect(own.get('概况')?.find(([what]) => what === '签字人')?.[1]).toBe('未签字')
    const whole = await of('director')
    expect(whole.get('数字')).toHaveLength(5)
  })

  it('leaves a trace with the number of its lines (R-13.3)', async () => {
    const { store } = makeBook()
    await save(store, 'manager', { sheet: 'now', path: fileBeside(store, 'a.xlsx') })
    const [entry] = readRows<{ call: string; reason: string }>(
      store,
      "select call, reason from audit_entries where call = 'dailyCheck.exportSheet'",
    )
    expect(JSON.parse(entry?.reason ?? '{}')).toMatchObject({ what: 'daily_check', form: 'file', detail: on })
  })

  it('is refused where nothing is signed, where he may not see it, and where it cannot be written; no file is left', async () => {
    const { store } = makeBook()
    const file = fileBeside(store, 'none.xlsx')
    const refusal = async (as: PersonName, input: object) => {
      const answer = await save(store, as, { path: file, ...input })
      return answer.ok ? 'ok' : answer.error.code
    }
    expect(await refusal('manager', { sheet: 'signed' })).toBe('NOT_FOUND')
    expect(await refusal('chen', { sheet: 'signed' })).toBe('PERMISSION_DENIED')
    expect(await refusal('desk', { sheet: 'now' })).toBe('PERMISSION_DENIED')
    store.ok('manager', 'dailyCheck.sign', { on })
    expect(await refusal('otherManager', { sheet: 'signed', signedBy: store.ids.manager })).toBe('NOT_FOUND')
    expect(await refusal('manager', { sheet: 'signed', path: fileBeside(store, 'x.txt') })).toBe(
      'FILE_REFUSED',
    )
    expect(await refusal('manager', { sheet: 'signed', path: path.join(file, 'sub.xlsx') })).toBe(
      'FILE_REFUSED',
    )
    expect(existsSync(file)).toBe(false)
  })
})

describe('a workbook whose act does not happen', () => {
  const input = { sheet: 'now' }

  it('leaves what was there before', async () => {
    const { store } = makeBook()
    const file = fileBeside(store, 'check.xlsx')
    writeFileSync(file, 'the sheet of last week')
    const sqlite = sqliteOf(store.application.store)
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`)
    const answers = []
    // The trail grows by a row each time, until there is no room for it.
    for (let i = 0; i < 400 && answers.at(-1)?.ok !== false; i += 1) {
      writeFileSync(file, 'the sheet of last week')
      answers.push(await save(store, 'manager', { ...input, path: file }))
    }
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } })
    expect(readFileSync(file, 'utf8')).toBe('the sheet of last week')
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('sent twice at once with one id is written once and stays', async () => {
    const { store } = makeBook()
    const file = fileBeside(store, 'check.xlsx')
    const twice = [1, 2].map(() =>
      store.answerAsync(
        'manager',
        'dailyCheck.exportSheet',
        { on, ...input, path: file },
        {
          commandId: '5f0c7c1e-3d53-4b1c-9a53-7a3ac0c8a001',
        },
      ),
    )
    const [first, second] = await Promise.all(twice)
    expect(first).toMatchObject({ ok: true, value: { path: file } })
    expect(second).toEqual(first)
    expect(existsSync(file)).toBe(true)
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes('.part'))).toEqual([])
  })
})
