import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { planOn, reach, readRows, register } from '#tests/support/book.ts'
import { codeOf } from '#tests/support/reach-matrix.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const on = '2026-03-02'
const fileBeside = (store: TrainingStore, name: string) => path.join(path.dirname(store.file), name)
const save = (store: TrainingStore, as: PersonName, input: object) =>
  store.answerAsync(as, 'forms.export', input)
const sheetsOf = async (file: string) => (await readXlsx(readFileSync(file))).sheets

/** 王伟 of chen, followed up once, and a call of zhou's. */
function openBook() {
  const store = openTrainingStore({ now: `${on} 18:00` })
  const made = register(store, 'chen', { grade: 'B', expected: '2026-03-25', plan: on })
  reach(store, 'chen', made.opportunityId, planOn('2026-03-06'), { content: '=1+1 客户要报价' })
  store.ok('director', 'visits.register', {
    kind: 'call_in',
    partySize: 1,
    arrivedTime: '10:00',
    leftTime: '10:05',
    callerName: '+86 王先生',
    phoneMissing: 'declined',
    consultantId: store.ids.zhou,
    byHandReason: '熟人介绍',
  })
  return { store, ...made }
}

describe('a form as a workbook (R-12.1)', () => {
  it('has the title across, the heads below and repeated, A4 in the shape of the paper', async () => {
    const { store } = openBook()
    const file = fileBeside(store, 'month.xlsx')
    const answer = await save(store, 'manager', { form: 'progress_sheet', month: '2026-03', path: file })
    expect(answer).toMatchObject({ ok: true, value: { path: file, rows: 1 } })
    const [sheet] = await sheetsOf(file)
    expect(sheet?.rows[0]?.[0]).toBe('潜在顾客等级推进表')
    expect(sheet?.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 36 })
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      printTitlesRow: '$1:$3',
    })
    expect(sheet?.rows[2]?.slice(0, 7)).toEqual(['顾客', '电话', '车型', '初始', '现在', '建卡', '1\n周日'])
    // 2026-03-02 is the eighth column: opened, planned, followed up.
    expect(sheet?.rows[3]?.[0]).toBe('王伟')
    expect(sheet?.rows[3]?.[7]).toBe('建 ★ B')
    expect(sheet?.rows[3]?.[11]).toBe('★')
    expect(sheet?.rows.flat().some((cell) => String(cell).startsWith('导出：钱经理'))).toBe(true)
  })

  it('holds the register, the report and both sides of the card', async () => {
    const { store, customerId } = openBook()
    const all = async (name: string, input: object) => {
      const file = fileBeside(store, name)
      expect(codeOf(await save(store, 'director', { ...input, path: file }))).toBe('ok')
      return (await sheetsOf(file)).map(
        (sheet) => [sheet.pageSetup?.orientation, sheet.rows.flat().join(' ')] as const,
      )
    }
    const [register1] = await all('register.xlsx', { form: 'visit_register', on })
    expect(register1?.[0]).toBe('landscape')
    expect(register1?.[1]).toContain('+86 王先生')
    expect(register1?.[1]).toContain('合计 1 批')
    const [report] = await all('report.xlsx', { form: 'daily_report', on, staffId: store.ids.chen })
    expect(report?.[0]).toBe('portrait')
    expect(report?.[1]).toContain('=1+1 客户要报价')
    expect(report?.[1]).toContain('明日工作计划')
    const card = await all('card.xlsx', { form: 'customer_card', customerId })
    expect(card.map(([, text]) => text)).toEqual([
      expect.stringContaining('潜在客户信息卡'),
      expect.stringContaining('客户管理卡（反面）'),
    ])
  })

  it('leaves a trace with what, which and how many (R-13.3)', async () => {
    const { store } = openBook()
    await save(store, 'manager', { form: 'visit_register', on, path: fileBeside(store, 'a.xlsx') })
    const [entry] = readRows<{ reason: string }>(
      store,
      "select reason from audit_entries where call = 'forms.export'",
    )
    expect(JSON.parse(entry?.reason ?? '{}')).toEqual({
      what: 'visit_register',
      form: 'file',
      detail: on,
      rows: 0,
    })
  })

  it('is for managers and directors, within their reach, and leaves no file otherwise', async () => {
    const { store, customerId } = openBook()
    const file = fileBeside(store, 'no.xlsx')
    const card = { form: 'customer_card', customerId, path: file }
    expect(codeOf(await save(store, 'chen', card))).toBe('PERMISSION_DENIED')
    expect(codeOf(await save(store, 'desk', { form: 'visit_register', on, path: file }))).toBe(
      'PERMISSION_DENIED',
    )
    expect(codeOf(await save(store, 'otherManager', card))).toBe('NOT_FOUND')
    expect(
      codeOf(
        await save(store, 'otherManager', { form: 'daily_report', on, staffId: store.ids.chen, path: file }),
      ),
    ).toBe('NOT_FOUND')
    expect(codeOf(await save(store, 'manager', { ...card, path: fileBeside(store, 'card.pdf') }))).toBe(
      'FILE_REFUSED',
    )
    expect(existsSync(file)).toBe(false)
  })
})
