import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  call,
  cli,
  createStoreFile,
  jsonLines,
  spawnCli,
  temporaryFolder,
} from '#tests/support/command-line.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

const status = { call: 'store.status' }
const signIn = { call: 'session.signIn', input: { login: 'admin', password: 'k7-Bridge-52' } }

describe('a line', () => {
  it('gets one line, in order, with its own id', async () => {
    const file = await createStoreFile()
    const { code, lines } = await call(
      file,
      jsonLines({ id: 1, ...status }, { id: 'b', ...signIn }, { id: null, ...status }, status),
    )
    expect(code).toBe(0)
    expect(lines.map(({ id, ok }) => [id, ok])).toEqual([
      [1, true],
      ['b', true],
      [null, true],
      [null, true],
    ])
  })

  it.each([
    ['that is no JSON', 'hello', null, 'line', 'not_json'],
    ['that is a bare value', '7', null, 'line', 'wrong_type'],
    ['that is a list', '[{"call":"store.status"}]', null, 'line', 'wrong_type'],
    ['without a call', '{"id":4}', 4, 'call', 'required'],
    [
      'with a field that is not known',
      '{"id":4,"call":"store.status","colour":"white"}',
      4,
      'colour',
      'unknown_field',
    ],
    [
      'with an input that is not known',
      '{"id":4,"call":"store.status","input":{"a":1}}',
      4,
      'a',
      'unknown_field',
    ],
    [
      'with a date for a moment',
      '{"id":4,"call":"store.status","now":"2026-03-02"}',
      4,
      'now',
      'not_a_moment',
    ],
    [
      'with a moment of no offset',
      '{"id":4,"call":"store.status","now":"2026-03-02T09:00:00"}',
      4,
      'now',
      'not_a_moment',
    ],
    ['with a moment as a number', '{"id":4,"call":"store.status","now":5}', 4, 'now', 'wrong_type'],
  ])('%s is refused by name and does not stop the rest', async (_what, line, id, field, problem) => {
    const file = await createStoreFile()
    const { code, lines } = await call(file, `${line}\n${jsonLines({ id: 5, ...status })}`)
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      { id, ok: false, error: { code: 'VALIDATION_FAILED', issues: [{ field, code: problem }] } },
      { id: 5, ok: true },
    ])
  })

  it('that names no call is answered with NOT_FOUND', async () => {
    const { lines } = await call(
      await createStoreFile(),
      jsonLines({ id: 1, call: '__proto__.toString' }, { id: 2, call: 'store' }),
    )
    expect(lines.map(({ error }) => error?.code)).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  })

  it('that is huge is refused unread, and the next is answered', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'x')
    const chunks = [
      ...Array.from({ length: 9 }, () => megabyte),
      Buffer.from(`\n${jsonLines({ id: 2, ...status })}`),
    ]
    const { lines } = await call(await createStoreFile(), chunks)
    expect(lines).toMatchObject([
      { id: null, ok: false, error: { issues: [{ field: 'line', code: 'too_long' }] } },
      { id: 2, ok: true },
    ])
  })

  it('may arrive in pieces, end without a newline, and end as Windows ends lines', async () => {
    const bytes = Buffer.from(
      `\uFEFF${JSON.stringify({ id: '号', ...status })}\r\n\r\n${JSON.stringify({ id: 2, ...status })}`,
    )
    const single = Array.from(bytes, (byte) => Buffer.from([byte]))
    const { lines } = await call(await createStoreFile(), single)
    expect(lines.map(({ id }) => id)).toEqual(['号', 2])
  })

  it('of bytes that are no UTF-8 is refused rather than mangled', async () => {
    const gb18030 = Buffer.concat([
      Buffer.from('{"id":1,"call":"'),
      Buffer.from([0xcd, 0xf5]),
      Buffer.from('"}\n'),
    ])
    const { lines } = await call(await createStoreFile(), [gb18030])
    expect(lines).toMatchObject([{ id: null, ok: false, error: { issues: [{ code: 'not_json' }] } }])
  })

  it('is answered for ten thousand lines, one each', async () => {
    const count = 10_000
    const { lines } = await call(
      await createStoreFile(),
      jsonLines(...Array.from({ length: count }, (_, id) => ({ id, ...status }))),
    )
    expect(lines).toHaveLength(count)
    expect(lines.every(({ id, ok }, i) => id === i && ok)).toBe(true)
  })
})

describe('a command id', () => {
  it('given twice happens once and is answered the same (P8)', async () => {
    const { file, tokens, application } = openTrainingStore()
    application.close()
    const line = {
      call: 'customers.register',
      input: intake(),
      token: tokens.chen,
      commandId: 'c-1',
      now: '2026-03-02T09:00:00+08:00',
    }
    const search = { call: 'customers.search', input: {}, token: tokens.chen }
    const { lines } = await call(
      file,
      jsonLines({ id: 1, ...line }, { id: 2, ...line }, { id: 3, ...search }),
    )
    expect(lines[0]?.ok).toBe(true)
    expect(lines[1]?.value).toEqual(lines[0]?.value)
    expect(lines[2]?.value).toMatchObject({ total: 1 })
  })
})

describe('the clock of a call', () => {
  it('is refused by a live store, which names `now`, and nothing is done', async () => {
    const file = await createStoreFile('live')
    const { lines } = await call(file, jsonLines({ id: 1, ...signIn, now: '2026-03-02T09:00:00+08:00' }))
    expect(lines).toMatchObject([
      {
        id: 1,
        ok: false,
        error: { code: 'VALIDATION_FAILED', issues: [{ field: 'now', code: 'clock_not_settable' }] },
      },
    ])
  })

  it('sets the date of a training store, which stays there', async () => {
    const file = await createStoreFile()
    await call(file, jsonLines({ ...signIn, now: '2026-03-02T23:30:00Z' }))
    const { lines } = await call(file, jsonLines(status))
    expect(lines[0]?.value).toMatchObject({ today: '2026-03-03', kind: 'training' })
  })

  it('jumps forward, and the days between are judged without asking (R-1.5)', async () => {
    const { file, tokens, application } = openTrainingStore()
    application.close()
    const token = tokens.chen
    const { lines } = await call(
      file,
      jsonLines(
        { call: 'customers.register', input: intake(), token, now: '2026-03-02T09:00:00+08:00' },
        { call: 'violations.list', token, now: '2026-04-20T09:00:00+08:00' },
      ),
    )
    expect(lines[1]?.value).toMatchObject({
      rows: [
        // The purchase was expected on 03-06, the plan due on 03-05.
        { kind: 'expired_opportunity', on: '2026-03-07' },
        { kind: 'overdue_follow_up', on: '2026-03-06' },
      ],
    })
  })
})

describe('a store that cannot be opened', () => {
  it('is why every call is refused, one line each', async () => {
    const folder = temporaryFolder()
    const garbage = path.join(folder, 'garbage.db')
    writeFileSync(garbage, 'no store at all, but long enough to look like one'.repeat(100))
    const input = `${jsonLines({ id: 1, ...status })}garbage\n${jsonLines({ id: 2, ...signIn })}`
    const damaged = await call(garbage, input)
    expect(damaged.lines.map(({ id, error }) => [id, error?.code])).toEqual([
      [1, 'STORE_DAMAGED'],
      [null, 'VALIDATION_FAILED'],
      [2, 'STORE_DAMAGED'],
    ])
    const absent = await call(path.join(folder, 'absent.db'), input)
    expect(absent.lines.map(({ error }) => error?.code)).toEqual([
      'FILE_REFUSED',
      'VALIDATION_FAILED',
      'FILE_REFUSED',
    ])
  })
})

describe('create', () => {
  const words = (file: string, kind = 'live') => [
    'create',
    '--store',
    file,
    '--name',
    '江南店',
    '--kind',
    kind,
    '--policy',
    'benyue',
    '--admin',
    'admin',
  ]

  it('takes the password from the first line of standard input', async () => {
    const file = path.join(temporaryFolder(), 'store.db')
    const made = await cli(words(file), { input: 'k7 Bridge 52 \nnot this\n' })
    expect(made.lines).toMatchObject([
      { ok: true, value: { name: '江南店', kind: 'live', policy: 'benyue', login: 'admin' } },
    ])
    const { lines } = await call(
      file,
      jsonLines({ ...signIn, input: { login: 'ADMIN', password: 'k7 Bridge 52 ' } }),
    )
    expect(lines[0]?.ok).toBe(true)
  })

  it('holds a live store to a good password and a training store to any (S4)', async () => {
    const folder = temporaryFolder()
    const live = await cli(words(path.join(folder, 'live.db')), { input: '12345678\n' })
    expect([live.code, live.lines[0]?.error?.issues]).toMatchObject([1, [{ code: 'password_common' }]])
    const training = await cli(words(path.join(folder, 'training.db'), 'training'), { input: '1\n' })
    expect(training.code).toBe(0)
  })

  it('leaves a file that is there alone', async () => {
    const file = await createStoreFile()
    const { code, lines } = await cli(words(file), { input: 'k7-Bridge-52\n' })
    expect([code, lines[0]?.error?.code]).toEqual([1, 'FILE_REFUSED'])
  })

  it.each([
    ['an option that is not known', ['--password', 'secret'], '--password', 'unknown_field'],
    ['an option without a value', ['--locale'], '--locale', 'required'],
    ['a word that belongs to nothing', ['now'], 'now', 'unknown_field'],
    ['a value that is none of those allowed', ['--kind', 'demo'], '--kind', 'not_allowed'],
    ['a zone that there is not', ['--zone', 'Asia/Nowhere'], '--zone', 'invalid'],
  ])('names %s', async (_what, more, field, code) => {
    const ended = await cli([...words(path.join(temporaryFolder(), 'store.db')), ...more], {
      input: 'k7-Bridge-52\n',
    })
    expect(ended.code).toBe(2)
    expect(ended.lines).toMatchObject([{ ok: false, error: { issues: [{ field, code }] } }])
  })

  it('names every option that is missing at once', async () => {
    const { code, lines } = await cli(['create', '--name', '江南店'])
    expect(code).toBe(2)
    expect(lines[0]?.error?.issues?.map(({ field }) => field)).toEqual([
      '--store',
      '--kind',
      '--policy',
      '--admin',
    ])
  })
})

describe('roll', () => {
  it('judges what is due and prints one line; again it finds nothing', async () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake())
    store.application.close()
    const words = ['roll', '--store', store.file, '--now', '2026-03-06T02:00:00+08:00']
    const first = await cli(words)
    expect(first.lines).toEqual([
      {
        ok: true,
        value: { rolledDates: ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'], raised: 1 },
      },
    ])
    expect((await cli(words)).lines).toEqual([{ ok: true, value: { rolledDates: [], raised: 0 } }])
  })
})

describe('import', () => {
  it('previews a ledger, and imports it when it is told what to do with its problems', async () => {
    const { file, application } = openTrainingStore()
    application.close()
    const ledger = path.join(temporaryFolder(), '客户.csv')
    writeFileSync(
      ledger,
      '姓名,电话,意向车型,级别,销售顾问\n王伟,13800138000,帕萨特,H,陈晓东\n李娜,138,朗逸,A,陈晓东\n',
    )
    const words = ['import', '--store', file, '--login', 'admin', '--file', ledger]
    const preview = await cli(words, { input: 'p\n' })
    expect(preview.lines).toMatchObject([
      { ok: true, value: { rowCount: 2, counts: { phone_invalid: 1 }, cleanRows: 1 } },
    ])
    const wrong = await cli(words, { env: { SHOWROOM_PASSWORD: 'q' } })
    expect([wrong.code, wrong.lines[0]?.error?.code]).toEqual([1, 'SIGN_IN_FAILED'])
    const run = await cli([...words, '--decisions', '{"phone_invalid":"skip"}'], {
      env: { SHOWROOM_PASSWORD: 'p' },
    })
    expect(run.lines).toMatchObject([{ ok: true, value: { imported: 1, rejected: 1 } }])
    const broken = await cli([...words, '--decisions', '{'], { env: { SHOWROOM_PASSWORD: 'p' } })
    expect([broken.code, broken.lines[0]?.error?.issues]).toMatchObject([
      2,
      [{ field: '--decisions', code: 'not_json' }],
    ])
  })
})

describe('the command line', () => {
  it('speaks English unless the store or the person speaks Chinese', async () => {
    expect((await cli(['dance'])).lines[0]?.error?.message).toMatch(
      /^Something needs correcting: verb is not one of/,
    )
    expect((await cli(['--lang', 'zh-CN', 'dance'])).lines[0]?.error?.message).toMatch(/^有内容需要更正/)
    const file = await createStoreFile()
    const message = async (...more: string[]) =>
      (await call(file, jsonLines({ call: 'no.call' }), ...more)).lines[0]?.error?.message
    expect(await message()).toMatch(/^找不到/)
    expect(await message('--lang=en')).toMatch(/^There is no such record/)
    expect((await cli(['--lang', 'fr', 'help'])).lines[0]?.error?.issues).toMatchObject([
      { field: '--lang', code: 'not_allowed' },
    ])
  })

  it('explains every verb', async () => {
    const { code, out } = await cli(['help'])
    expect(code).toBe(0)
    for (const verb of ['call', 'create', 'seed', 'verify', 'roll', 'import'])
      expect(out).toContain(`  ${verb}  `)
  })

  it('as a process writes answers to standard output and nothing else, and ends by itself', async () => {
    const { file, tokens, application } = openTrainingStore()
    application.close()
    const input = jsonLines(
      { id: 1, ...status, now: '2026-03-02T09:00:00+08:00' },
      { id: 2, call: 'toDo.list', token: tokens.chen },
    )
    const ended = await spawnCli(['call', '--store', file], { input: `${input}nonsense\n` })
    expect(ended.notices).toBe('')
    expect(ended.code).toBe(0)
    expect(ended.lines.map(({ id, ok }) => [id, ok])).toEqual([
      [1, true],
      [2, true],
      [null, false],
    ])
  })
})
