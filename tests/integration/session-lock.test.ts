import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { declarations } from '#shared/contract/index.ts'
import { permissionsOf } from '#shared/access/permissions.ts'
import { livePassword, openLiveStore } from '#tests/support/live-store.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

const pin = '4827'
const withPin = () => {
  const store = openLiveStore()
  const boss = store.as('boss')
  boss.ok('session.setPin', { current: livePassword, pin })
  boss.ok('session.lock')
  return { store, boss }
}
const issueOf = (error: { issues?: readonly { field: string; code: string; data?: unknown }[] }) =>
  error.issues?.[0]

describe('a locked session (S4)', () => {
  const open = [
    'rotation.board',
    'session.current',
    'session.lock',
    'session.signOut',
    'session.unlock',
    'toDo.reminders',
  ]

  it('lets through nothing but what opens or leaves it, the board on the wall and reminders without full names (S4)', () => {
    expect(
      declarations
        .filter(([, { whileLocked }]) => whileLocked)
        .map(([path]) => path)
        .sort(),
    ).toEqual(open)
  })

  it('is refused every other call, whatever is asked and by whomever (S4)', () => {
    const store = openTrainingStore()
    const paths = declarations.filter(([path, { access }]) => access !== 'public' && !open.includes(path))
    for (const who of ['director', 'admin', 'chen', 'desk'] as const) {
      store.ok(who, 'session.lock')
      const codes = paths.map(([path]) => {
        const answer = store.answer(who, path, {})
        return answer.ok ? path : answer.error.code
      })
      expect(new Set(codes)).toEqual(new Set(['SESSION_LOCKED']))
    }
  })

  it('leaves other sessions of the same person as they are, and is told by every window of its own', () => {
    const { store, boss } = withPin()
    const elsewhere = store.as('boss')
    expect(elsewhere.ok('session.current')).toMatchObject({ locked: false, hasPin: true })
    expect(boss.ok('session.current')).toMatchObject({ locked: true, hasPin: true, idleMinutes: 5 })
    expect(elsewhere.answer('staff.list').ok).toBe(true)
  })

  it('shows the board on the wall without the names of visitors', () => {
    const store = openTrainingStore()
    store.ok('desk', 'visits.register', {
      kind: 'walk_in',
      callerName: '欧阳雪',
      partySize: 1,
      occasion: 'first',
    })
    expect(JSON.stringify(store.ok('director', 'rotation.board'))).toContain('欧阳雪')
    store.ok('director', 'session.lock')
    const board = store.ok('director', 'rotation.board')
    expect(board.places.length).toBeGreaterThan(0)
    expect(JSON.stringify(board)).not.toContain('欧阳')
  })

  it('opens with the PIN or the password of its owner, and with nobody else’s', () => {
    const { store, boss } = withPin()
    store.enrol('other', 'consultant').ok('session.setPin', { current: livePassword, pin: '7391' })
    expect(issueOf(boss.refused('session.unlock', { pin: '7391' }))).toMatchObject({
      code: 'pin_wrong',
      data: { left: 4 },
    })
    boss.ok('session.unlock', { pin })
    expect(boss.answer('staff.list').ok).toBe(true)
    boss.ok('session.lock')
    boss.ok('session.unlock', { password: livePassword })
    expect(boss.answer('staff.list').ok).toBe(true)
  })

  it('opened with the PIN proves nobody again: an act that asks for it waits for the password', () => {
    const { boss } = withPin()
    const lockAt = (minutes: number) => boss.answer('session.setIdleLock', { minutes })
    boss.ok('session.unlock', { pin })
    expect(lockAt(15)).toMatchObject({ ok: false, error: { code: 'CONFIRM_AGAIN' } })
    boss.ok('session.confirm', { password: livePassword })
    expect(lockAt(15).ok).toBe(true)
    boss.ok('session.lock')
    boss.ok('session.unlock', { password: livePassword })
    expect(lockAt(20).ok).toBe(true)
  })

  it('takes no PIN any more after five wrong ones, also after a restart, until the password was given', () => {
    const { store, boss } = withPin()
    for (let left = 4; left > 0; left -= 1)
      expect(issueOf(boss.refused('session.unlock', { pin: '9999' }))).toMatchObject({
        code: 'pin_wrong',
        data: { left },
      })
    expect(issueOf(boss.refused('session.unlock', { pin: '9999' }))).toMatchObject({ code: 'pin_used_up' })
    store.restart()
    expect(issueOf(boss.refused('session.unlock', { pin }))).toMatchObject({ code: 'pin_used_up' })
    expect(boss.refused('staff.list').code).toBe('SESSION_LOCKED')
    boss.ok('session.unlock', { password: livePassword })
    boss.ok('session.lock')
    boss.ok('session.unlock', { pin })
  })

  it('counts wrong PINs in a row: the right one makes the owner’s slips forgotten', () => {
    const { boss } = withPin()
    for (let round = 0; round < 2; round += 1) {
      for (let left = 4; left > 0; left -= 1) boss.refused('session.unlock', { pin: '9999' })
      boss.ok('session.unlock', { pin })
      boss.ok('session.lock')
    }
    expect(issueOf(boss.refused('session.unlock', { pin: '9999' }))).toMatchObject({ data: { left: 4 } })
  })

  it('counts wrong passwords as signing in does, and makes the owner wait there as well', () => {
    const { store, boss } = withPin()
    for (let i = 0; i < 2; i += 1)
      expect(issueOf(boss.refused('session.unlock', { password: 'x' }))).toMatchObject({
        code: 'password_wrong',
      })
    expect(boss.refused('session.unlock', { password: 'x' })).toMatchObject({
      code: 'SIGN_IN_FAILED',
      data: { seconds: 5 },
    })
    store.restart()
    expect(store.signIn('boss', livePassword)).toMatchObject({ ok: false, error: { code: 'SIGN_IN_FAILED' } })
    store.addNow(5_000)
    expect(boss.answer('session.unlock', { password: livePassword }).ok).toBe(true)
  })

  it('tries nothing out while it is open: unlocking then neither counts nor tells', () => {
    const store = openLiveStore()
    const boss = store.as('boss')
    boss.ok('session.setPin', { current: livePassword, pin })
    for (let i = 0; i < 9; i += 1) boss.ok('session.unlock', { pin: '9999' })
    boss.ok('session.lock')
    boss.ok('session.unlock', { pin })
  })

  it('leaves a trace of locking and unlocking, without the PIN', () => {
    const { boss } = withPin()
    boss.ok('session.unlock', { pin })
    const { rows } = boss.ok<{ rows: { call: string; changes: string }[] }>('audit.list', { limit: 10 })
    expect(rows.map(({ call }) => call).slice(0, 3)).toEqual([
      'session.unlock',
      'session.lock',
      'session.setPin',
    ])
    expect(rows.map(({ changes }) => changes).join()).not.toMatch(/scrypt|4827/)
  })

  it('leaves no hash of a PIN or a password in the trail of the file, where nothing would ever take it out', () => {
    const { store, boss } = withPin()
    boss.ok('session.unlock', { pin })
    boss.ok('session.changePassword', { current: livePassword, next: 'a new one, 42 long' })
    const db = new Database(store.file, { readonly: true })
    const trail = db.prepare('select changes from audit_entries').pluck().all().join()
    const [{ pin_hash: kept } = { pin_hash: '' }] = db
      .prepare<[], { pin_hash: string }>('select pin_hash from credentials')
      .all()
    db.close()
    expect(kept).toMatch(/^scrypt/)
    expect(trail).toContain('pinHash')
    expect(trail).not.toContain('scrypt')
  })
})

describe('a PIN (S4)', () => {
  it('is 4 to 8 digits, and none of those that are tried first', () => {
    const boss = openLiveStore().as('boss')
    const codeFor = (bad: string) =>
      issueOf(boss.refused('session.setPin', { current: livePassword, pin: bad }))?.code
    for (const bad of ['123', '123456789', '12a4', '１２３４', ' 482'])
      expect(codeFor(bad)).toBe('pin_not_digits')
    const guessed = '1234 4321 0000 8888 1212 1990 2008 0520 1314 2580 7890 654321 112233 19900520 900520'
    for (const bad of guessed.split(' ')) expect([bad, codeFor(bad)]).toEqual([bad, 'pin_common'])
    boss.ok('session.setPin', { current: livePassword, pin: '4827' })
  })

  it('is set by whoever knows the password alone, and goes with an access that is given anew', () => {
    const store = openLiveStore()
    const chen = store.enrol('chen', 'consultant')
    expect(issueOf(chen.refused('session.setPin', { current: 'x', pin }))).toMatchObject({ field: 'current' })
    chen.ok('session.setPin', { current: livePassword, pin })
    const boss = store.as('boss')
    const { oneTimeSecret } = boss.ok<{ oneTimeSecret: string }>('staff.resetAccess', {
      staffId: chen.staffId,
    })
    const again = store.as('chen', oneTimeSecret)
    expect(again.ok('session.current')).toMatchObject({ hasPin: false })
  })

  it('can be taken away; then the password opens the screen', () => {
    const { boss } = withPin()
    boss.ok('session.unlock', { pin })
    boss.ok('session.removePin')
    boss.ok('session.lock')
    expect(issueOf(boss.refused('session.unlock', { pin }))?.code).toBe('pin_not_set')
    boss.ok('session.unlock', { password: livePassword })
  })
})

describe('the idle minutes (S4)', () => {
  it('are five in a live store, never in a training store, and set by administrator and director', () => {
    const store = openLiveStore()
    const boss = store.as('boss')
    boss.ok('session.setIdleLock', { minutes: 15 })
    expect(boss.ok('session.current')).toMatchObject({ idleMinutes: 15 })
    boss.ok('session.setIdleLock', { minutes: null })
    expect(boss.ok('session.current')).toMatchObject({ idleMinutes: null })
    for (const minutes of [0, 61, 1.5])
      expect(boss.refused('session.setIdleLock', { minutes }).code).toBe('VALIDATION_FAILED')
    const drill = openTrainingStore()
    expect(drill.ok('chen', 'session.current')).toMatchObject({ idleMinutes: null })
    for (const who of ['chen', 'manager', 'desk'] as const)
      expect(drill.refused(who, 'session.setIdleLock', { minutes: 5 }).code).toBe('PERMISSION_DENIED')
    drill.ok('director', 'session.setIdleLock', { minutes: 1 })
    expect(drill.ok('chen', 'session.current')).toMatchObject({ idleMinutes: 1 })
    expect(permissionsOf('director')).toContain('session.setIdleLock')
  })
})
