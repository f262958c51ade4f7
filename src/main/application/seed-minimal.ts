import type { Role } from '#shared/domain/codes.ts'
import { createStore } from './create-store.ts'
import type { DemoLogin, SeedDemo } from './demo.ts'
import { openApplication } from './open-application.ts'

const names: Readonly<Record<'manager' | 'consultant', string>> = { manager: '陈晓东', consultant: '李雪' }
const password = 'demo'

/** A training store with staff and nothing else. */
export const seedDemoStore: SeedDemo = async ({ file, migrationsFolder, now, locale }) => {
  const admin = { name: '管理员', login: 'admin', password }
  createStore({
    file,
    migrationsFolder,
    now,
    locale,
    name: '江南店（演练）',
    kind: 'training',
    policy: 'benyue',
    admin,
  })
  const application = openApplication({ file, migrationsFolder })
  const value = (path: string, input: unknown, token?: string) => {
    const answer = application.answer(path, input, { now, token })
    if (!answer.ok) throw new Error(`${path}: ${answer.error.message}`)
    return answer.value as Record<string, string>
  }
  const signIn = (login: string, secret: string) =>
    value('session.signIn', { login, password: secret })['token']
  const logins: DemoLogin[] = [{ login: 'admin', password, name: admin.name, role: 'admin' }]
  try {
    const token = signIn('admin', password)
    for (const [role, name] of Object.entries(names)) {
      const { oneTimeSecret = '' } = value(
        'staff.add',
        { name, login: role, role: role as Role, restWeekdays: [] },
        token,
      )
      value('session.changePassword', { current: oneTimeSecret, next: password }, signIn(role, oneTimeSecret))
      logins.push({ login: role, password, name, role })
    }
  } finally {
    application.close()
  }
  return logins
}
