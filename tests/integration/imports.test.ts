import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/index.ts'
import { digestTables } from '#main/store/read/digest.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const fixture = (name: string) => path.resolve(import.meta.dirname, '../fixtures/ledgers', name)
/** The consultants that the sample ledgers name; the others in them are unknown on purpose. */
const consultants = ['陈晓东', '李雪', '周婷', '王建国', '赵敏', '孙浩']

/** A store with the consultants of the ledgers, and a copy of a ledger beside it. */
function openWithLedger(name: string): { store: TrainingStore; ledger: string } {
  const store = openTrainingStore({ now: '2026-03-02' })
  for (const consultant of consultants.slice(3)) {
    store.ok('admin', 'staff.add', {
      name: consultant,
      login: consultant,
      role: 'consultant',
      managerId: store.ids.manager,
    })
  }
  const ledger = path.join(path.dirname(store.file), name)
  copyFileSync(fixture(name), ledger)
  return { store, ledger }
}
const value = async <T>(answer: ReturnType<TrainingStore['answerAsync']>): Promise<T> => {
  const given = await answer
  if (!given.ok) throw new Error(`${given.error.code}: ${given.error.message}`)
  return given.value as T
}

describe.each([
  {
    name: 'ledger.xlsx',
    rows: 407,
    blank: 12,
    total: 1,
    counts: {
      phone_invalid: 7,
      phone_missing: 7,
      phone_repeated: 8,
      phone_known: 0,
      date_invalid: 8,
      staff_unknown: 7,
      name_missing: 1,
      grade_unknown: 6,
    },
  },
  {
    name: 'ledger-gbk.csv',
    rows: 296,
    blank: 2,
    total: 2,
    counts: {
      phone_invalid: 11,
      phone_missing: 4,
      phone_repeated: 10,
      phone_known: 0,
      date_invalid: 3,
      staff_unknown: 4,
      name_missing: 5,
      grade_unknown: 17,
    },
  },
])('importing $name', ({ name, rows, blank, total, counts }) => {
  it('is previewed with every problem by row and field, and writes nothing', async () => {
    const { store, ledger } = openWithLedger(name)
    const before = digestTables(store.application.store)
    const preview = await value<Output<'imports', 'preview'>>(
      store.answerAsync('manager', 'imports.preview', { path: ledger }),
    )
    expect(preview).toMatchObject({ rowCount: rows, blankRows: blank, totalRows: total, counts })
    expect(preview.problems).toHaveLength(Object.values(counts).reduce((sum, n) => sum + n, 0))
    expect(preview.historyLines.read).toBeGreaterThan(rows / 2)
    expect(digestTables(store.application.store)).toBe(before)
  })

  it('imports what is clean, gives the rest back as a file, and plans for each over the days to come', async () => {
    const { store, ledger } = openWithLedger(name)
    const run = await value<Output<'imports', 'run'>>(
      store.answerAsync('manager', 'imports.run', { path: ledger }),
    )
    const faulty = rows - run.imported
    expect(run).toMatchObject({ rejected: faulty, opportunities: run.imported, plans: run.imported })
    expect(run.rejectedPath && existsSync(run.rejectedPath)).toBe(true)
    expect(store.ok('director', 'customers.search', {}).total).toBe(run.imported)

    // every open opportunity has a plan within its limit, and no day has them all.
    const perDay = new Map<string, number>()
    for (const consultant of store
      .ok('director', 'staff.list')
      .rows.filter(({ role }) => role === 'consultant')) {
      const { items, ahead } = store.ok('director', 'toDo.list', { staffId: consultant.staffId })
      expect(items.filter(({ kind }) => kind === 'overdue_plan')).toEqual([])
      for (const { on, count } of ahead) perDay.set(on, (perDay.get(on) ?? 0) + count)
    }
    expect(perDay.size).toBeGreaterThan(5)
    expect(Math.max(...perDay.values())).toBeLessThan(run.imported / 2)

    // Nobody answers for what fell due before the import.
    store.setNow('2026-03-03')
    expect(store.ok('manager', 'dayRoll.run').raised).toBe(0)

    const undone = await value<Output<'imports', 'undo'>>(
      store.answerAsync('manager', 'imports.undo', { batchId: run.batchId }),
    )
    expect(undone.removed).toBe(run.imported)
    expect(store.ok('director', 'customers.search', {}).total).toBe(0)
  })
})

describe('importing a ledger', () => {
  it('leaves the tables as they were when it is taken back at once', async () => {
    const { store, ledger } = openWithLedger('ledger.xlsx')
    const before = digestTables(store.application.store)
    const { batchId } = await value<Output<'imports', 'run'>>(
      store.answerAsync('manager', 'imports.run', { path: ledger }),
    )
    expect(digestTables(store.application.store)).not.toBe(before)
    await value(store.answerAsync('manager', 'imports.undo', { batchId }))
    expect(digestTables(store.application.store)).toBe(before)
  })

  it('takes rows whose fault was given a default, and reports phones the store knows by now', async () => {
    const { store, ledger } = openWithLedger('ledger.xlsx')
    const decisions = {
      staff_unknown: { default: '李雪' },
      grade_unknown: { default: 'by_date' },
      date_invalid: { default: 'empty' },
      name_missing: { default: '未留姓名' },
    }
    const run = await value<Output<'imports', 'run'>>(
      store.answerAsync('manager', 'imports.run', { path: ledger, decisions }),
    )
    const again = await value<Output<'imports', 'preview'>>(
      store.answerAsync('manager', 'imports.preview', { path: ledger }),
    )
    expect(run.rejected).toBeLessThanOrEqual(7 + 7 + 8)
    expect(again.counts.phone_known).toBeGreaterThanOrEqual(run.imported)
  })

  it('is refused whole, with the rejects file gone, when a decision makes no sense', async () => {
    const { store, ledger } = openWithLedger('ledger.xlsx')
    const refused = await store.answerAsync('manager', 'imports.run', {
      path: ledger,
      decisions: { phone_missing: { default: '13800138000' } },
    })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', issues: [{ field: 'decisions.phone_missing' }] },
    })
    expect(readdirSync(path.dirname(ledger)).filter((file) => file.endsWith('.xlsx'))).toEqual([
      'ledger.xlsx',
    ])
    expect(store.ok('director', 'customers.search', {}).total).toBe(0)
  })

  it('cannot be taken back once somebody has worked on it, and names whom', async () => {
    const { store, ledger } = openWithLedger('ledger.xlsx')
    const { batchId } = await value<Output<'imports', 'run'>>(
      store.answerAsync('manager', 'imports.run', { path: ledger }),
    )
    const [row] = store.ok('director', 'customers.search', { limit: 1 }).rows
    if (!row?.opportunityId) throw new Error('nothing was imported')
    const next = { kind: 'ordered' } as const
    store.ok('director', 'followUps.execute', {
      opportunityId: row.opportunityId,
      result: 'reached',
      channel: 'phone',
      content: '已下订单',
      next,
    })
    const refused = await store.answerAsync('manager', 'imports.undo', { batchId })
    expect(refused).toMatchObject({
      ok: false,
      error: { issues: [{ code: 'worked_on', data: { names: row.name } }] },
    })
  })

  it('saves the columns as a profile and finds them again', async () => {
    const { store, ledger } = openWithLedger('ledger-gbk.csv')
    const first = await value<Output<'imports', 'preview'>>(
      store.answerAsync('manager', 'imports.preview', { path: ledger }),
    )
    const { remark: _remark, ...mapping } = first.mapping
    await value(
      store.answerAsync('manager', 'imports.run', { path: ledger, mapping, saveProfile: '王店台账' }),
    )
    expect(store.ok('manager', 'imports.profiles').rows).toMatchObject([{ name: '王店台账', mapping }])
    const again = await value<Output<'imports', 'preview'>>(
      store.answerAsync('manager', 'imports.preview', { path: ledger, profile: '王店台账' }),
    )
    expect(again).toMatchObject({ mapping, profile: '王店台账' })
  })

  it('is not for consultants or the front desk, whatever the path', async () => {
    const { store, ledger } = openWithLedger('ledger.xlsx')
    for (const who of ['chen', 'desk'] as const) {
      expect(await store.answerAsync(who, 'imports.preview', { path: ledger })).toMatchObject({
        ok: false,
        error: { code: 'PERMISSION_DENIED' },
      })
    }
    expect(await store.answerAsync('manager', 'imports.preview', { path: `${ledger}.no` })).toMatchObject({
      ok: false,
      error: { code: 'FILE_REFUSED', data: { reason: 'not_found' } },
    })
  })

  it('does not import a customer whom somebody registered first', async () => {
    const { store, ledger } = openWithLedger('ledger-gbk.csv')
    store.ok('li', 'customers.register', intake({ customer: { mobile: '13811206328' } }))
    const preview = await value<Output<'imports', 'preview'>>(
      store.answerAsync('manager', 'imports.preview', { path: ledger }),
    )
    expect(preview.problems).toContainEqual(
      expect.objectContaining({ kind: 'phone_known', value: '13811206328' }),
    )
  })
})

describe('an imported customer', () => {
  it('is completed bit by bit: what the ledger left empty may stay so, what is filled may not be emptied', async () => {
    const { store, ledger } = openWithLedger('ledger.xlsx')
    await value(store.answerAsync('manager', 'imports.run', { path: ledger }))
    const [row] = store.ok('director', 'customers.search', { limit: 1 }).rows
    if (!row) throw new Error('nothing was imported')
    const { customerId } = row
    expect(store.ok('director', 'customers.get', { customerId }).customer.birthday).toBeNull()
    expect(
      store.ok('director', 'customers.update', { customerId, version: 1, customer: { wechat: 'w1' } })
        .version,
    ).toBe(2)
    const emptied = store.refused('director', 'customers.update', {
      customerId,
      version: 2,
      customer: { name: '' },
    })
    expect(emptied.issues).toEqual([{ field: 'customer.name', code: 'required' }])
  })
})
