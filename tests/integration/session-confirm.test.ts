import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { confirmedFor } from '#main/application/admission.ts'
import { declarations } from '#shared/contract/index.ts'
import { livePassword, openLiveStore } from '#tests/support/live-store.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

const asking = declarations.filter(([, { confirms }]) => confirms !== false).map(([each]) => each)

describe('acts that ask who one is once more (S4)', () => {
  it('are exports, waivers, policies, roles, the lock, and what the issue names', () => {
    expect(asking).toEqual(
      expect.arrayContaining([
        'exports.list',
        'forms.export',
        'penalties.exportMonth',
        'dailyCheck.exportSheet',
        'violations.waive',
        'policies.publish',
        'staff.add',
        'staff.update',
        'staff.resetAccess',
        'staff.setStatus',
        'session.setIdleLock',
        'backups.setFolder',
      ]),
    )
  })

  it('are commands: what is only read asks nothing', () => {
    for (const [, declaration] of declarations)
      if (declaration.confirms !== false) expect(declaration.kind).toBe('command')
  })

  it('go on for five minutes after signing in, then only after the password, each for itself', () => {
    const store = openLiveStore()
    const boss = store.as('boss')
    const add = (login: string, commandId: string) =>
      boss.answer('staff.add', { name: '新人', login, role: 'consultant' }, { commandId })
    store.addNow(confirmedFor)
    expect(add('a', 'c1').ok).toBe(true)
    store.addNow(1)
    expect(add('b', 'c2')).toMatchObject({ ok: false, error: { code: 'CONFIRM_AGAIN' } })
    expect(boss.answer('staff.list').ok).toBe(true)
    expect(boss.refused('session.confirm', { password: 'x' }).issues).toEqual([
      { field: 'password', code: 'password_wrong' },
    ])
    expect(add('b', 'c2')).toMatchObject({ error: { code: 'CONFIRM_AGAIN' } })
    boss.ok('session.confirm', { password: livePassword })
    // The same command under the same id goes on, and happens once (P8).
    const done = add('b', 'c2')
    expect(done.ok).toBe(true)
    store.addNow(confirmedFor + 1)
    expect(add('b', 'c2')).toEqual(done)
    expect(add('c', 'c3')).toMatchObject({ error: { code: 'CONFIRM_AGAIN' } })
  })

  it('ask again when the clock was set back since, and wait after wrong passwords over a restart', () => {
    const store = openLiveStore()
    const boss = store.as('boss')
    store.addNow(-1000)
    expect(boss.refused('staff.add', { name: '新', login: 'n', role: 'manager' }).code).toBe('CONFIRM_AGAIN')
    for (let i = 0; i < 3; i += 1) boss.refused('session.confirm', { password: 'x' })
    store.restart()
    expect(boss.refused('session.confirm', { password: livePassword })).toMatchObject({
      code: 'SIGN_IN_FAILED',
      data: { seconds: 5 },
    })
    store.addNow(5_000)
    boss.ok('session.confirm', { password: livePassword })
    boss.ok('staff.add', { name: '新', login: 'n', role: 'manager' })
  })

  it('ask for a change of role or team, not of a name or a rest day', () => {
    const store = openLiveStore()
    const { staffId } = store.enrol('chen', 'consultant')
    const boss = store.as('boss')
    store.addNow(confirmedFor + 1)
    boss.ok('staff.update', { staffId, name: '陈晓东', restWeekdays: [1] })
    expect(boss.refused('staff.update', { staffId, role: 'manager' }).code).toBe('CONFIRM_AGAIN')
    expect(boss.refused('staff.update', { staffId, managerId: null }).code).toBe('CONFIRM_AGAIN')
  })

  it('say what is wrong with the input first, and who may not at all is not asked', () => {
    const store = openLiveStore()
    const chen = store.enrol('chen', 'consultant')
    const boss = store.as('boss')
    store.addNow(confirmedFor + 1)
    expect(boss.refused('staff.add', { name: '' }).code).toBe('VALIDATION_FAILED')
    expect(chen.refused('staff.add', { name: '新', login: 'n', role: 'manager' }).code).toBe(
      'PERMISSION_DENIED',
    )
  })

  it('ask before a file is written', async () => {
    const store = openLiveStore()
    const director = store.enrol('gao', 'director')
    store.addNow(confirmedFor + 1)
    const file = path.join(path.dirname(store.file), 'customers.csv')
    const ask = () =>
      store
        .application()
        .answerAsync(
          'exports.list',
          { list: 'customers', path: file, reason: '月度例会' },
          { token: director.token, commandId: 'export-1' },
        )
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'CONFIRM_AGAIN' } })
    expect(existsSync(file)).toBe(false)
    director.ok('session.confirm', { password: livePassword })
    expect(await ask()).toMatchObject({ ok: true })
    expect(existsSync(file)).toBe(true)
  })

  it('ask before anything is prepared: whoever has not proved who he is learns nothing of the disk', async () => {
    const store = openLiveStore()
    const director = store.enrol('gao', 'director')
    store.addNow(confirmedFor + 1)
    const file = path.join(path.dirname(store.file), 'no such folder', 'customers.csv')
    const ask = () =>
      store
        .application()
        .answerAsync(
          'exports.list',
          { list: 'customers', path: file, reason: '月度例会' },
          { token: director.token },
        )
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'CONFIRM_AGAIN' } })
    director.ok('session.confirm', { password: livePassword })
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'FILE_REFUSED' } })
  })

  it('ask nothing in a training store, whose clock may be moved by months', () => {
    const store = openTrainingStore()
    store.setNow('2026-06-02')
    expect(store.answer('admin', 'staff.add', { name: '新', login: 'n', role: 'manager' }).ok).toBe(true)
  })
})
