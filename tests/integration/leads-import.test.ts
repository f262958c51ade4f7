import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/index.ts'
import { readLedger } from '#main/files/import/read-ledger.ts'
import { register } from '#tests/support/book.ts'
import { leadIntake, phoneOf } from '#tests/support/books/leads.ts'
import { sound } from '#tests/support/books/reassigning.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const header = '姓名,联系电话,线索来源,意向车型,地区,推广活动,意向等级,销售顾问,备注'

/** A store and a ledger of leads beside it. */
function openWith(lines: readonly string[]): { store: TrainingStore; ledger: string } {
  const store = openTrainingStore()
  const ledger = path.join(path.dirname(store.file), '线索.csv')
  writeFileSync(ledger, `\uFEFF${[header, ...lines].join('\n')}\n`)
  return { store, ledger }
}
async function ask<T>(store: TrainingStore, who: PersonName, call: string, input: object): Promise<T> {
  const answer = await store.answerAsync(who, call, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as T
}
const importAs = (store: TrainingStore, who: PersonName, input: object) =>
  ask<Output<'leads', 'import'>>(store, who, 'leads.import', input)

describe('a ledger of leads (R-10.1)', () => {
  it('is read column by column, and every problem is named by row and field', async () => {
    const { store, ledger } = openWith([
      '吴敏,137 0000 0001,网络,途观L,江阴,三月直播,A,陈晓东,周末有空',
      '周先生,12345,,,,,,,',
      ',13700000003,,,,,,,',
      '郑女士,13700000001,,,,,,,',
      '孙平,13700000005,,,,,Q,,',
      '钱多,13700000006,,,,,,张三,',
      '合计,,,,,,,,',
    ])
    const preview = await ask<Output<'leads', 'preview'>>(store, 'manager', 'leads.preview', { path: ledger })
    expect(preview).toMatchObject({ format: 'csv', headerRow: 1, rowCount: 6, totalRows: 1, cleanRows: 1 })
    expect(preview.mapping).toEqual({
      name: 0,
      phone: 1,
      source: 2,
      model: 3,
      area: 4,
      campaign: 5,
      grade: 6,
      assignee: 7,
      remark: 8,
    })
    expect(preview.problems.map(({ row, field, kind }) => [row, field, kind])).toEqual([
      [3, 'phone', 'phone_invalid'],
      [4, 'name', 'name_missing'],
      [5, 'phone', 'phone_repeated'],
      [6, 'grade', 'grade_unknown'],
      [7, 'assignee', 'staff_unknown'],
    ])
    expect(store.ok('manager', 'leads.list').total).toBe(0)
  })

  it('comes in whole: assigned where it says so, the rest as it is asked, known phones linked', async () => {
    const { store, ledger } = openWith([])
    const known = register(store, 'zhou', { grade: 'A', expected: '2026-03-16', plan: '2026-03-05' })
    const phone = phoneOf(store, 'zhou', known.customerId)
    writeFileSync(
      ledger,
      [
        header,
        '吴敏,137 0000 0001,网络,途观L,江阴,三月直播,A,陈晓东,周末有空',
        '郑女士,13700000002,,,,,,,',
        `老客户,${phone},,,,,,李雪,`,
        '周先生,12345,,,,,,,',
      ].join('\n'),
    )
    const done = await importAs(store, 'manager', { path: ledger })
    expect(done).toMatchObject({ imported: 3, assigned: 2, linked: 1, waiting: 1, rejected: 1 })
    const { rows } = store.ok('director', 'leads.list')
    expect(rows.find(({ name }) => name === '吴敏')).toMatchObject({
      status: 'assigned',
      phone: '13700000001',
      assigneeName: '陈晓东',
      campaign: '三月直播',
      area: '江阴',
      model: '途观L',
      grade: 'A',
      source: 'website',
      remark: '周末有空',
    })
    expect(rows.find(({ name }) => name === '郑女士')).toMatchObject({ status: 'unassigned' })
    expect(rows.find(({ name }) => name === '老客户')).toMatchObject({
      assigneeName: '周婷',
      customerId: known.customerId,
    })
    expect(done.rejectedPath && existsSync(done.rejectedPath)).toBe(true)
    const rejected = await readLedger(done.rejectedPath ?? '')
    expect(rejected.rows.at(-1)?.cells.map(String)).toEqual(expect.arrayContaining(['5', '周先生', '12345']))
    sound(store)
  })

  it('gives the rows that name nobody to the rotation in turn', async () => {
    const { store, ledger } = openWith(
      ['甲,13700000001', '乙,13700000002', '丙,13700000003'].map((l) => `${l},,,,,,,`),
    )
    for (const who of ['chen', 'li'] as const)
      store.ok('admin', 'staff.update', { staffId: store.ids[who], takesLeads: true })
    const done = await importAs(store, 'manager', { path: ledger, assign: 'rotation' })
    expect(done).toMatchObject({ imported: 3, assigned: 3, waiting: 0 })
    const by = store.ok('director', 'leads.list').rows.map(({ assigneeName }) => assigneeName)
    expect(new Set(by)).toEqual(new Set(['陈晓东', '李雪']))
    sound(store)
  })

  it('rejects what waits already, and refuses a ledger without phones', async () => {
    const { store, ledger } = openWith(['吴敏,13700000001,,,,,,,'])
    store.ok('desk', 'leads.add', leadIntake({ phone: '13700000001' }))
    expect(await importAs(store, 'manager', { path: ledger })).toMatchObject({ imported: 0, rejected: 1 })
    const answer = await store.answerAsync('manager', 'leads.import', { path: ledger, mapping: { name: 0 } })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', issues: [{ field: 'mapping.phone' }] },
    })
  })

  it('is no business of a consultant, and names nobody beyond a manager’s team', async () => {
    const { store, ledger } = openWith(['吴敏,13700000001,,,,,,周婷,'])
    expect(await store.answerAsync('chen', 'leads.import', { path: ledger })).toMatchObject({
      ok: false,
      error: { code: 'PERMISSION_DENIED' },
    })
    const preview = await ask<Output<'leads', 'preview'>>(store, 'manager', 'leads.preview', { path: ledger })
    expect(preview.problems).toMatchObject([{ kind: 'staff_unknown', value: '周婷' }])
    expect(await importAs(store, 'director', { path: ledger })).toMatchObject({ imported: 1, assigned: 1 })
  })
})
