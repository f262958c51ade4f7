import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { readRows, register, writeRows } from '#tests/support/book.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'
import { approve, confirmed, ledger, raise } from '#tests/support/books/violations.ts'

/** Three occasions, one of them taken back and approved anew in part. */
function filled(): TrainingStore {
  const store = openTrainingStore({ now: '2026-03-24' })
  const first = confirmed(store, 'chen', 'frequency_breach', '2026-03-10', { manager: null })
  const second = confirmed(store, 'chen', 'missing_plan', '2026-03-10')
  const [own = ''] = approve(store, first, second)
  approve(store, confirmed(store, 'chen', 'frequency_breach', '2026-03-12'))
  store.ok('director', 'penalties.reverse', { ids: [own], reason: '一项不实', keepViolationIds: [second] })
  approve(store, second, confirmed(store, 'zhou', 'overdue_follow_up', '2026-03-12'))
  return store
}

/** Changes the file behind the application’s back. */
function tamper(store: TrainingStore, sql: string): void {
  for (const table of ['penalty_entries', 'penalty_items'])
    for (const act of ['update', 'delete']) writeRows(store, `drop trigger if exists ${table}_no_${act}`)
  writeRows(store, sql)
}
const attention = (store: TrainingStore, as: PersonName, on?: string) =>
  (store.ok(as, 'dailyCheck.get', on ? { on } : undefined).attention ?? [])
    .filter(({ kind }) => /^violation|penalty/.test(kind))
    .map(({ kind, on: date, staffName, refId }) => `${date} ${kind} ${staffName}${refId ? ' #' : ''}`)

describe('the recomputation (R-8.11)', () => {
  it('comes out the same, and so says verify', () => {
    const store = filled()
    expect(store.ok('director', 'penalties.recompute')).toEqual({ entries: ledger(store).total, wrong: [] })
    const about = verifyStore(store.application.store, 'zh-CN').problems.filter(
      ({ table }) => table === 'penalty_entries' || table === 'violations',
    )
    expect(about).toEqual([])
  })

  it('names an amount that was changed in the file, and an item that is gone', () => {
    const store = filled()
    tamper(store, `update penalty_entries set amount = 1, gross = 1 where sequence = 3`)
    tamper(
      store,
      `delete from penalty_items where entry_id = (select entry_id from penalty_entries where sequence = 1)`,
    )
    const { wrong } = store.ok('director', 'penalties.recompute')
    expect(wrong.map(({ staffName, on, amount, recomputed }) => [staffName, on, amount, recomputed])).toEqual(
      expect.arrayContaining([
        ['陈晓东', '2026-03-12', 1, 10_000],
        ['陈晓东', '2026-03-10', 10_000, 0],
      ]),
    )
    const { problems } = verifyStore(store.application.store, 'zh-CN')
    expect(problems.filter(({ code }) => code === 'penalty_differs')).toHaveLength(wrong.length)
  })

  it('shows a manager only what is wrong within his reach', () => {
    const store = filled()
    tamper(store, `update penalty_entries set consequences = '[]' where unit = 'none'`)
    expect(store.ok('director', 'penalties.recompute').wrong).toHaveLength(1)
    expect(store.ok('otherManager', 'penalties.recompute').wrong).toHaveLength(1)
    expect(store.ok('manager', 'penalties.recompute').wrong).toEqual([])
  })

  it('survives a policy that is gone, naming what rests on it', () => {
    const store = filled()
    tamper(store, `update violations set policy_version = 9 where staff_id = '${store.ids.zhou}'`)
    expect(store.ok('director', 'penalties.recompute').wrong).toHaveLength(1)
  })

  it('runs with the roll of a date, once, and shows the director what differs', () => {
    const store = filled()
    register(store, 'li', { grade: 'C', expected: '2026-05-09', plan: '2026-04-09' })
    tamper(store, `update penalty_entries set amount = 1, gross = 1 where sequence = 3`)
    store.setNow('2026-03-25')
    store.ok('director', 'dayRoll.run')
    const checks = readRows<{ on: string; entries: number; wrong: string }>(
      store,
      `select "on", entries, wrong from penalty_checks`,
    )
    expect(checks).toHaveLength(1)
    expect(checks[0]).toMatchObject({ on: '2026-03-25', entries: ledger(store).total })
    expect(JSON.parse(checks[0]?.wrong ?? '[]')).toHaveLength(1)
    expect(attention(store, 'director')).toContain('2026-03-12 penalty_differs 陈晓东 #')
    expect(attention(store, 'manager').some((line) => line.includes('penalty_differs'))).toBe(false)
    const before = readRows(store, 'select * from penalty_checks')
    store.setNow('2026-03-25 18:00')
    store.ok('director', 'dayRoll.run')
    expect(readRows(store, 'select * from penalty_checks')).toEqual(before)
  })

  it('writes nothing in a store without a ledger', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    store.setNow('2026-03-06')
    store.ok('manager', 'dayRoll.run')
    expect(readRows(store, 'select * from penalty_checks')).toEqual([])
  })
})

describe('what the daily check puts before the supervisor (R-8.4)', () => {
  it('is what was raised on the date, objections, and what waits for the director', () => {
    const store = openTrainingStore({ now: '2026-03-12' })
    raise(store, 'chen', 'frequency_breach', '2026-03-10')
    raise(store, 'chen', 'missing_plan', '2026-03-11')
    raise(store, 'chen', 'missing_plan', '2026-03-12')
    confirmed(store, 'li', 'frequency_breach', '2026-03-09')
    confirmed(store, 'li', 'frequency_breach', '2026-03-10')
    confirmed(store, 'li', 'uncarded_visit', '2026-03-08')
    const objected = confirmed(store, 'li', 'frequency_breach', '2026-03-11')
    store.ok('li', 'violations.object', { violationIds: [objected], reason: '客户改期' })
    expect(attention(store, 'manager')).toEqual([
      '2026-03-10 violation_raised 陈晓东',
      '2026-03-12 violation_raised 陈晓东 #',
      '2026-03-11 violation_objected 李雪 #',
    ])
    expect(attention(store, 'director')).toEqual([
      ...attention(store, 'manager'),
      '2026-03-09 violation_to_approve 李雪',
    ])
    expect(attention(store, 'manager', '2026-03-11')).toEqual([
      '2026-03-10 violation_raised 陈晓东',
      '2026-03-11 violation_raised 陈晓东 #',
      '2026-03-11 violation_objected 李雪 #',
    ])
    expect(attention(store, 'otherManager')).toEqual([])
    expect(attention(store, 'chen')).toEqual(attention(store, 'manager').slice(0, 2))
  })
})

describe('the month as a workbook (R-13.3)', () => {
  const month = { month: '2026-03' }
  const exported = (store: TrainingStore, as: PersonName, path: string) =>
    store.answerAsync(as, 'penalties.exportMonth', { ...month, path })

  it('holds people and entries of the asker’s reach, and leaves its trace', async () => {
    const store = filled()
    const path = `${temporaryFolder()}/month.xlsx`
    const lines = ledger(store, 'manager').total
    expect(await exported(store, 'manager', path)).toEqual({ ok: true, value: { path, rows: lines } })
    const book = await readXlsx(readFileSync(path))
    const [people, entries] = book.sheets
    expect(people?.rows.map((row) => [row[0], row[2]])).toEqual([
      ['姓名', '金额'],
      ['陈晓东', 150],
      ['钱经理', 75],
      ['全店', 225],
    ])
    expect(entries?.rows).toHaveLength(lines + 1)
    expect(entries?.rows[1]?.slice(0, 5)).toEqual(['陈晓东', '2026-03-10', '本人', '', '频次类'])
    const [trail] = readRows<{ call: string; reason: string }>(
      store,
      'select call, reason from audit_entries order by sequence desc limit 1',
    )
    expect(trail?.call).toBe('penalties.exportMonth')
    expect(JSON.parse(trail?.reason ?? '')).toEqual({
      what: 'penalty_month',
      form: 'file',
      detail: '2026-03',
      rows: lines,
    })
  })

  it('is refused where it cannot be written, and keeps what was there', async () => {
    const store = filled()
    const folder = temporaryFolder()
    const asked = async (path: string) => {
      const answer = await exported(store, 'director', path)
      return answer.ok ? 'ok' : [answer.error.code, answer.error.data?.['reason']]
    }
    expect(await asked(`${folder}/nowhere/month.xlsx`)).toEqual(['FILE_REFUSED', 'cannot_write'])
    writeFileSync(`${folder}/month.txt`, 'kept')
    expect(await asked(`${folder}/month.txt`)).toEqual(['FILE_REFUSED', 'unknown_format'])
    expect(readFileSync(`${folder}/month.txt`, 'utf8')).toBe('kept')
  })

  it('is written for nobody who may not read it', async () => {
    const store = filled()
    const path = `${temporaryFolder()}/month.xlsx`
    expect(await exported(store, 'desk', path)).toMatchObject({
      ok: false,
      error: { code: 'PERMISSION_DENIED' },
    })
    expect(existsSync(path)).toBe(false)
  })
})
