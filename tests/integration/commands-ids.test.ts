import { describe, expect, it } from 'vitest'
import { call, jsonLines } from '#tests/support/command-line.ts'
import { readRows } from '#tests/support/book.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

const now = '2026-03-02T09:00:00+08:00'

function openClosed() {
  const store = openTrainingStore()
  store.application.close()
  const counts = () =>
    readRows(
      store,
      'select (select count(*) from customers) as customers, (select count(*) from audit_entries) as entries',
    )
  return { ...store, counts }
}

describe('a command id (P8)', () => {
  it('is remembered by the file: another process is answered the same, and nothing is written', async () => {
    const store = openClosed()
    const line = jsonLines({
      call: 'customers.register',
      input: intake(),
      token: store.tokens.chen,
      commandId: 'c',
      now,
    })
    const first = await call(store.file, line)
    const after = store.counts()
    const second = await call(store.file, line)
    expect(first.lines[0]?.ok).toBe(true)
    expect(second.lines).toEqual(first.lines)
    expect(store.counts()).toEqual(after)
  })

  it('answers the same even when the first answer could not be given again', async () => {
    const store = openClosed()
    const add = {
      call: 'staff.add',
      input: { name: '小周', login: 'xiaozhou', role: 'consultant' },
      token: store.tokens.admin,
      commandId: 'c',
      now,
    }
    const { lines } = await call(store.file, jsonLines(add, add))
    expect(lines[0]?.value).toHaveProperty('oneTimeSecret')
    expect(lines[1]?.value).toEqual(lines[0]?.value)
  })

  it('is free again after a refusal, which wrote nothing', async () => {
    const store = openClosed()
    const register = (plan: object) => ({
      call: 'customers.register',
      input: intake({ plan }),
      token: store.tokens.chen,
      commandId: 'c',
      now,
    })
    const { lines } = await call(
      store.file,
      jsonLines(register({ on: '2026-03-06' }), register({ on: '2026-03-05' })),
    )
    expect(lines.map(({ ok, error }) => [ok, error?.code])).toEqual([
      [false, 'RULE_REFUSED'],
      [true, undefined],
    ])
  })

  it.each([
    ['another input', { input: intake() }],
    ['another call', { call: 'session.signOut', input: undefined }],
    ['another person', { token: 'li' }],
  ] as const)('with %s is a mistake and is refused', async (_what, change) => {
    const store = openClosed()
    const line = {
      call: 'customers.register',
      input: intake(),
      token: store.tokens.chen,
      commandId: 'c',
      now,
    }
    const token = 'token' in change ? store.tokens[change.token] : line.token
    const { lines } = await call(store.file, jsonLines(line, { ...line, ...change, token }))
    expect(lines).toMatchObject([
      { ok: true },
      { ok: false, error: { issues: [{ field: 'commandId', code: 'command_reused' }] } },
    ])
  })

  it('says nothing to a question that reads a file or a folder, even under an id that was used', async () => {
    const store = openClosed()
    const command = {
      call: 'session.signOut',
      input: undefined,
      token: store.tokens.chen,
      commandId: 'c',
      now,
    }
    const ask = { call: 'backups.list', input: {}, token: store.tokens.director, commandId: 'c', now }
    const { lines } = await call(store.file, jsonLines(command, ask))
    expect(lines).toMatchObject([{ ok: true }, { ok: true, value: { backups: [] } }])
  })

  it('says nothing to a question, which is answered anew each time', async () => {
    const store = openClosed()
    const ask = { call: 'customers.search', input: {}, token: store.tokens.chen, commandId: 'c', now }
    const register = { call: 'customers.register', input: intake(), token: store.tokens.chen, now }
    const { lines } = await call(store.file, jsonLines(ask, register, ask))
    expect(lines.map(({ value }) => (value as { total?: number }).total)).toEqual([0, undefined, 1])
  })
})
