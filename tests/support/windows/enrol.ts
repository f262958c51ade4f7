import { openApplication } from '#main/application/open-application.ts'
import type { Role } from '#shared/domain/codes.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import { smallPassword, smallStaff } from '#tests/support/small-store.ts'

function asAdmin<T>(
  file: string,
  act: (ask: (call: string, input: unknown, token?: string) => Record<string, string>, token: string) => T,
): T {
  const application = openApplication({ file, migrationsFolder })
  const ask = (call: string, input: unknown, token?: string): Record<string, string> => {
    const answer = application.answer(call, input, token ? { token } : {})
    if (!answer.ok) throw new Error(`${call}: ${answer.error.code} ${answer.error.message}`)
    return (answer.value ?? {}) as Record<string, string>
  }
  try {
    const { login } = smallStaff.admin
    return act(ask, ask('session.signIn', { login, password: smallPassword })['token'] ?? '')
  } finally {
    application.close()
  }
}

/** One more person in a small store, who has replaced his one-time secret already. */
export function enrol(file: string, person: { name: string; login: string; role: Role }) {
  return asAdmin(file, (ask, admin) => {
    const { oneTimeSecret = '' } = ask('staff.add', person, admin)
    const { token } = ask('session.signIn', { login: person.login, password: oneTimeSecret })
    ask('session.changePassword', { current: oneTimeSecret, next: smallPassword }, token)
    return { login: person.login, password: smallPassword }
  })
}

/** Takes somebody's password away: he gets a one-time secret, as on his first day. */
export function resetAccess(file: string, login: string): string {
  return asAdmin(file, (ask, admin) => {
    const { rows } = ask('staff.list', {}, admin) as unknown as { rows: { login: string; staffId: string }[] }
    const staffId = rows.find((row) => row.login === login)?.staffId
    return ask('staff.resetAccess', { staffId }, admin)['oneTimeSecret'] ?? ''
  })
}
