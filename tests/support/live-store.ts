import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallContext } from '#main/application/call-context.ts'
import { createStore } from '#main/application/create-store.ts'
import { openApplication, type Answer, type Application } from '#main/application/open-application.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { Failure } from '#shared/errors.ts'
import type { Role } from '#shared/domain/codes.ts'
import { at, migrationsFolder } from './training-store.ts'

/** The password of the administrator of a live store, and what everybody else takes. */
export const livePassword = 'correct horse 7'

/** Somebody who signed in: his token goes with each call. */
export interface Person {
  readonly staffId: string
  readonly login: string
  readonly password: string
  readonly token: string
  readonly answer: (call: string, input?: unknown, more?: CallContext) => Answer
  readonly ok: <T = Record<string, unknown>>(call: string, input?: unknown, more?: CallContext) => T
  readonly refused: (call: string, input?: unknown, more?: CallContext) => Failure
}

export interface LiveStore {
  readonly file: string
  readonly call: (name: string, input?: unknown, context?: CallContext) => Answer
  readonly signIn: (login: string, password: string) => Answer
  readonly as: (login: string, password?: string) => Person
  /** Adds somebody who has replaced his one-time secret. */
  readonly enrol: (login: string, role: Role, managerId?: string) => Person
  readonly setNow: (text: string) => void
  readonly addNow: (ms: number) => void
  /** Closes the application and opens the same file again. */
  readonly restart: () => void
  readonly application: () => Application
  /** What was logged of incidents. */
  readonly logged: unknown[]
  readonly close: () => void
}

/** Opens a live store on a clock that the test moves; it goes when the test is over. */
export function openLiveStore(password = livePassword): LiveStore {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-live-'))
  const file = path.join(folder, 'store.db')
  let now = at('2026-03-02')
  const clock: Clock = { now: () => now }
  const admin = { name: '管理员', login: 'boss', password }
  createStore({
    file,
    migrationsFolder,
    name: '江南店',
    kind: 'live',
    policy: 'benyue',
    locale: 'zh-CN',
    now,
    admin,
  })
  const logged: unknown[] = []
  const log = (_incident: string, error: unknown) => void logged.push(error)
  const open = () => openApplication({ file, migrationsFolder, clock, log })
  let application = open()
  onTestFinished(() => {
    application.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const call: LiveStore['call'] = (name, input, context = {}) => application.answer(name, input, context)
  const signIn = (login: string, given: string) => call('session.signIn', { login, password: given })
  let founder: Person | undefined
  const valueOf = <T>(answer: Answer): T => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.value as T
  }
  const as = (login: string, given = livePassword): Person => {
    const { token, staff } = valueOf<{ token: string; staff: { staffId: string } }>(signIn(login, given))
    const answer: Person['answer'] = (name, input, more = {}) => call(name, input, { token, ...more })
    return {
      staffId: staff.staffId,
      login,
      password: given,
      token,
      answer,
      ok: (name, input, more) => valueOf(answer(name, input, more)),
      refused: (name, input, more) => {
        const given_ = answer(name, input, more)
        if (given_.ok) throw new Error(`${name} was allowed`)
        return given_.error
      },
    }
  }
  return {
    file,
    call,
    signIn,
    as,
    enrol: (login, role, managerId) => {
      const boss = (founder ??= as('boss', password))
      const { oneTimeSecret } = boss.ok<{ oneTimeSecret: string }>('staff.add', {
        name: `${login} 先生`,
        login,
        role,
        ...(managerId ? { managerId } : {}),
      })
      const first = as(login, oneTimeSecret)
      first.ok('session.changePassword', { current: oneTimeSecret, next: livePassword })
      return as(login)
    },
    setNow: (text) => (now = at(text)),
    addNow: (ms) => (now += ms),
    restart: () => {
      application.close()
      application = open()
    },
    application: () => application,
    logged,
    close: () => application.close(),
  }
}
