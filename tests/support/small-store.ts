import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createStore } from '#main/application/create-store.ts'
import { openApplication } from '#main/application/open-application.ts'
import { systemClock } from '#main/platform/clock.ts'
import type { Role } from '#shared/domain/codes.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { businessDateAt, instantAt } from '#shared/time/instant.ts'
import { migrationsFolder } from './made-store.ts'

/**
 * A small training store whose past ends yesterday, for windows: they keep the machine's time. Everything in it is
 * known by name, so that a test can say what must be seen.
 */

const zone = 'Asia/Shanghai'
export const smallPassword = 'drill'

export const smallStaff = {
  admin: { login: 'admin', name: '周管理', role: 'admin' },
  director: { login: 'director', name: '高总监', role: 'director' },
  manager: { login: 'manager', name: '钱经理', role: 'manager' },
  otherManager: { login: 'other', name: '郑经理', role: 'manager' },
  chen: { login: 'chen', name: '陈晓东', role: 'consultant', manager: 'manager' },
  li: { login: 'li', name: '李雪', role: 'consultant', manager: 'manager' },
  zhou: { login: 'zhou', name: '周婷', role: 'consultant', manager: 'otherManager' },
} as const satisfies Record<string, { login: string; name: string; role: Role; manager?: string }>
export type SmallName = keyof typeof smallStaff

export interface SmallStore {
  readonly file: string
  /** The date that many days ago. */
  readonly daysAgo: (days: number) => BusinessDate
  readonly remove: () => void
}

/**
 * 王伟 of 陈晓东 was to be called three days ago and was not. 李娜 of 李雪 is given up and waits for the manager.
 * 赵强 of 陈晓东 is due today. 孙丽 belongs to the other team. 钱经理 signed the day before yesterday, nobody yesterday.
 */
export function makeSmallStore(): SmallStore {
  const today = businessDateAt(systemClock.now(), zone)
  const daysAgo = (days: number) => addDays(today, -days)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-small-'))
  const file = path.join(folder, 'store.db')
  const at = (days: number, time: string) => instantAt(daysAgo(days), time, zone)
  const { admin } = smallStaff
  createStore({
    file,
    migrationsFolder,
    name: '江南店',
    kind: 'training',
    policy: 'benyue',
    locale: 'zh-CN',
    now: at(8, '09:00'),
    admin: { ...admin, password: smallPassword },
  })
  const application = openApplication({ file, migrationsFolder })
  let now = at(8, '09:00')
  const ask = (call: string, input: unknown, token?: string): Record<string, string> => {
    const answer = application.answer(call, input, { now, token })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.code} ${answer.error.message}`)
    return (answer.value ?? {}) as Record<string, string>
  }
  const signIn = (login: string, password: string) =>
    ask('session.signIn', { login, password })['token'] ?? ''

  const ids: Partial<Record<SmallName, string>> = {}
  const tokens: Partial<Record<SmallName, string>> = { admin: signIn(admin.login, smallPassword) }
  for (const [name, person] of Object.entries(smallStaff)) {
    if (name === 'admin') continue
    const managerId = 'manager' in person ? ids[person.manager] : undefined
    const input = { name: person.name, login: person.login, role: person.role, managerId }
    const { staffId, oneTimeSecret = '' } = ask('staff.add', input, tokens.admin)
    const own = signIn(person.login, oneTimeSecret)
    ask('session.changePassword', { current: oneTimeSecret, next: smallPassword }, own)
    ids[name as SmallName] = staffId ?? ''
    tokens[name as SmallName] = own
  }

  let phone = 13_800_138_000
  const register = (owner: SmallName, name: string, grade: string, expected: number, plan: number) => {
    phone += 1
    return ask(
      'customers.register',
      {
        customer: {
          name,
          gender: 'male',
          mobile: String(phone),
          birthday: '1988-05-20',
          area: '江阴',
          source: 'walk_in',
          customerType: 'person',
        },
        opportunity: {
          model: '帕萨特',
          expectedPurchaseDate: addDays(today, expected),
          grade,
          purchaseType: 'first',
        },
        plan: { on: daysAgo(plan), channel: 'phone', purpose: '确认到店时间' },
      },
      tokens[owner],
    )
  }
  now = at(6, '10:00')
  register('chen', '王伟', 'H', 1, 3)
  const due = register('chen', '赵强', 'A', 9, 1)
  const given = register('li', '李娜', 'A', 9, 1)
  register('zhou', '孙丽', 'B', 20, -2)
  now = at(2, '18:30')
  ask('dailyCheck.sign', { on: daysAgo(2), note: '王伟明天一早补打' }, tokens.manager)
  now = at(1, '16:00')
  const call = { result: 'reached', channel: 'phone', content: '约了明天看车，价格再谈' }
  const next = { kind: 'plan', on: today, channel: 'phone', purpose: '确认看车时间' }
  ask('followUps.execute', { ...call, planId: due['planId'], next }, tokens.chen)
  ask(
    'followUps.execute',
    { ...call, planId: given['planId'], next: { kind: 'lost', reason: 'price' } },
    tokens.li,
  )
  application.close()
  return { file, daysAgo, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}
