import { describe, expect, it } from 'vitest'
import { Refusal } from '#shared/errors.ts'
import { livePassword, openLiveStore } from '#tests/support/live-store.ts'
import { at, openTrainingStore } from '#tests/support/training-store.ts'

describe('signing in', () => {
  it('makes the owner of a one-time secret replace it before anything else', () => {
    const store = openTrainingStore()
    const { staffId, oneTimeSecret } = store.ok('admin', 'staff.add', {
      name: '新人',
      login: 'new',
      role: 'consultant',
    })
    const signed = store.answer(null, 'session.signIn', { login: 'NEW', password: oneTimeSecret })
    expect(signed).toMatchObject({
      ok: true,
      value: { mustChangePassword: true, staff: { staffId, role: 'consultant' } },
    })
    const token = (signed as unknown as { value: { token: string } }).value.token
    const as = (call: string, input?: unknown) =>
      store.application.answer(call, input, { token, now: at('2026-03-02') })
    expect(as('toDo.list')).toMatchObject({
      ok: false,
      error: { code: 'PERMISSION_DENIED', reasons: [{ code: 'must_change_password' }] },
    })
    expect(as('session.changePassword', { current: 'x', next: 'y' })).toMatchObject({
      ok: false,
      error: { issues: [{ field: 'current' }] },
    })
    expect(as('session.changePassword', { current: oneTimeSecret, next: 'mine' })).toMatchObject({ ok: true })
    expect(as('toDo.list')).toMatchObject({ ok: true })
    expect(as('session.signOut')).toMatchObject({ ok: true })
    expect(as('toDo.list')).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
  })

  it('waits longer after each failure, also after a restart, and forgets after a success (S4)', () => {
    const store = openLiveStore()
    for (let i = 0; i < 2; i += 1)
      expect(store.signIn('boss', 'wrong')).toMatchObject({
        ok: false,
        error: { code: 'SIGN_IN_FAILED', data: {} },
      })
    expect(store.signIn('boss', 'wrong')).toMatchObject({ ok: false, error: { data: { seconds: 5 } } })
    expect(store.signIn('boss', 'correct horse 7')).toMatchObject({
      ok: false,
      error: { code: 'SIGN_IN_FAILED' },
    })
    store.addNow(5_000)
    expect(store.signIn('boss', 'wrong')).toMatchObject({ ok: false, error: { data: { seconds: 10 } } })
    store.addNow(10_000)
    expect(store.signIn('boss', 'correct horse 7')).toMatchObject({ ok: true })
    expect(store.signIn('boss', 'wrong')).toMatchObject({ ok: false, error: { data: {} } })
  })

  it('answers an unknown login exactly like a wrong password', () => {
    const store = openLiveStore()
    const unknown = store.signIn('nobody', 'x')
    const wrong = store.signIn('boss', 'x')
    expect(unknown).toEqual(wrong)
  })

  it('ends a session of a live store after sixteen hours', () => {
    const store = openLiveStore()
    const signed = store.signIn('boss', 'correct horse 7')
    const token = (signed as unknown as { value: { token: string } }).value.token
    store.addNow(16 * 3600_000)
    expect(store.call('session.current', undefined, { token })).toMatchObject({ ok: true })
    store.addNow(1)
    expect(store.call('session.current', undefined, { token })).toMatchObject({
      ok: false,
      error: { code: 'NOT_SIGNED_IN' },
    })
  })

  it('refuses a clock of its own in a live store, and marks a clock that runs behind (R-1.6)', () => {
    const store = openLiveStore()
    const signed = store.signIn('boss', 'correct horse 7')
    const token = (signed as unknown as { value: { token: string } }).value.token
    expect(store.call('store.status', undefined, { now: at('2026-03-03') })).toMatchObject({
      ok: false,
      error: { issues: [{ field: 'now' }] },
    })
    expect(store.call('store.status')).toMatchObject({
      ok: true,
      value: { clock: 'ok', today: '2026-03-02' },
    })
    store.addNow(-2 * 60_000)
    expect(store.call('store.status')).toMatchObject({ ok: true, value: { clock: 'ok' } })
    store.addNow(-1)
    expect(store.call('store.status')).toMatchObject({ ok: true, value: { clock: 'behind' } })
    expect(store.call('dayRoll.run', undefined, { token })).toMatchObject({
      ok: false,
      error: { code: 'CLOCK_BEHIND' },
    })
    // A clock that was set back since makes him prove once more who he is (S4).
    store.call('session.confirm', { password: livePassword }, { token })
    expect(store.call('staff.add', { name: '新', login: 'n', role: 'manager' }, { token })).toMatchObject({
      ok: true,
    })
  })

  it.each(['1234567', 'password', '88888888', 'aaaaaaaaaaa'])(
    'does not take %s as a password of a live store (S4)',
    (password) => {
      expect(() => openLiveStore(password)).toThrow(Refusal)
    },
  )
})

describe('managing staff', () => {
  it('is the administrator’s alone, and nobody else sees logins', () => {
    const store = openTrainingStore()
    for (const who of ['director', 'manager', 'chen', 'desk'] as const) {
      expect(store.refused(who, 'staff.add', { name: '新', login: 'x', role: 'consultant' }).code).toBe(
        'PERMISSION_DENIED',
      )
      expect(
        store
          .ok(who, 'staff.list')
          .rows.every(({ login, awaitsFirstSignIn }) => login === null && awaitsFirstSignIn === null),
      ).toBe(true)
    }
    expect(
      store.ok('admin', 'staff.list').rows.find(({ staffId }) => staffId === store.ids.chen),
    ).toMatchObject({ login: 'chen', managerName: '钱经理' })
  })

  it('names the field of a taken login and of somebody who is no manager', () => {
    const store = openTrainingStore()
    expect(
      store.refused('admin', 'staff.add', { name: '新', login: 'Chen', role: 'consultant' }).issues,
    ).toEqual([{ field: 'login', code: 'login_taken' }])
    const wrong = { name: '新', login: 'x', role: 'consultant', managerId: store.ids.li } as const
    expect(store.refused('admin', 'staff.add', wrong).issues).toEqual([
      { field: 'managerId', code: 'not_a_manager' },
    ])
  })

  it('does not close the last administrator, and ends the sessions of whoever is closed', () => {
    const store = openTrainingStore()
    expect(
      store.refused('admin', 'staff.setStatus', { staffId: store.ids.admin, status: 'resigned' }).issues?.[0]
        ?.code,
    ).toBe('last_admin')
    store.ok('director', 'staff.setStatus', { staffId: store.ids.zhou, status: 'suspended' })
    expect(store.refused('zhou', 'toDo.list').code).toBe('NOT_SIGNED_IN')
  })
})
