import { createStore } from '#main/application/create-store.ts'
import { systemClock } from '#main/platform/clock.ts'
import { readSecret } from '../read-secret.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode, migrationsFolder, writeLine } from '../shell.ts'
import { pathFrom } from './open.ts'

/** Makes a store with its policy and its administrator, whose password comes from no argument. */
export const runCreate: RunVerb<'create'> = async ({ store, admin, ...rest }, around) => {
  const { shell } = around
  const password = await readSecret(shell, 'SHOWROOM_ADMIN_PASSWORD', 'password')
  const file = pathFrom(around, store)
  const { staffId } = createStore({
    ...rest,
    file,
    migrationsFolder,
    now: systemClock.now(),
    admin: { name: admin, login: admin, password },
  })
  const { name, kind, policy } = rest
  await writeLine(shell, { ok: true, value: { store: file, name, kind, policy, staffId, login: admin } })
  return exitCode.done
}
