import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRows } from '#tests/support/book.ts'
import { jsonLines, spawnCli } from '#tests/support/command-line.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const now = '2026-03-02T09:00:00+08:00'
const counts = (store: TrainingStore) =>
  readRows<{ customers: number; entries: number; answers: number }>(
    store,
    `select (select count(*) from customers) as customers, (select count(*) from audit_entries) as entries,
       (select count(*) from command_answers) as answers`,
  )[0]

describe('a command sent twice at once (P8)', () => {
  it('by an impatient hand happens once, and each press is answered the same', async () => {
    const store = openTrainingStore()
    const before = counts(store)
    const input = intake()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.answerAsync('chen', 'customers.register', input, { commandId: 'c' }),
      ),
    )
    expect(answers[0]).toMatchObject({ ok: true })
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(counts(store)).toEqual({
      customers: Number(before?.customers) + 1,
      entries: Number(before?.entries) + 1,
      answers: Number(before?.answers) + 1,
    })
  })

  it('happens twice without an id, which shows that it is the id that holds it back', async () => {
    const store = openTrainingStore()
    const answers = await Promise.all(
      [intake(), intake()].map((input) => store.answerAsync('chen', 'customers.register', input)),
    )
    expect(answers).toMatchObject([{ ok: true }, { ok: true }])
    expect(counts(store)).toMatchObject({ customers: 2 })
  })

  it('that reads a file before it begins happens once, although both have read it', async () => {
    const store = openTrainingStore()
    const ledger = path.join(path.dirname(store.file), 'ledger.csv')
    writeFileSync(
      ledger,
      '顾问,手机,客户,级别,车型,预计购车时间,首次到店\n陈晓东,13800001111,孙超,A,朗逸,2026-03-09,2026-02-25\n',
    )
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        store.answerAsync('manager', 'imports.run', { path: ledger }, { commandId: 'c' }),
      ),
    )
    expect(answers[0]).toMatchObject({ ok: true, value: { imported: 1 } })
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(counts(store)).toMatchObject({ customers: 1 })
  })

  it('by two processes happens once: each is answered the same or told who has the store, and then the same', async () => {
    const store = openTrainingStore()
    store.application.close()
    const line = jsonLines({
      call: 'customers.register',
      input: intake(),
      token: store.tokens.chen,
      commandId: 'c',
      now,
    })
    const send = async () => (await spawnCli(['call', '--store', store.file], { input: line })).lines[0]
    const answers = await Promise.all([send(), send(), send()])
    const taken = answers.filter((answer) => answer?.ok)
    expect(taken.length).toBeGreaterThan(0)
    for (const answer of taken) expect(answer).toEqual(taken[0])
    for (const answer of answers) if (!answer?.ok) expect(answer?.error?.code).toBe('STORE_BUSY')
    expect(await send()).toEqual(taken[0])
    expect(counts(store)).toMatchObject({ customers: 1 })
  })
})
