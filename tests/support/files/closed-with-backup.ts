import type { BackupRow } from '#shared/contract/backups.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { setup } from '#shared/contract/setup.ts'
import { digestOfFile, hostStore, type HostedStore } from '#tests/support/hosted-store.ts'
import { intake } from '#tests/support/training-store.ts'

export type State = OutputOf<typeof setup.state>
/** What the host says of its store. */
export const stateOf = (store: HostedStore) => store.ok<State>(null, 'setup.state')

/** A store with a backup, closed; what the backup holds, and what the store held at its end. */
export async function closedWithBackup() {
  const store = hostStore((filled) => {
    for (let i = 0; i < 5; i += 1) filled.ok('chen', 'customers.register', intake())
  })
  const keeper = store.host().openedApplication()?.keeper
  if (!keeper) throw new Error('no store is open')
  const backup = await keeper.make('scheduled')
  const held = digestOfFile(store.file)
  await store.ok('chen', 'customers.register', intake())
  const last = digestOfFile(store.file)
  store.host().close()
  return { store, backup, held, last }
}
/** What names a backup in a call. */
export const ref = ({ name, place }: BackupRow) => ({ name, place })
/** How the director of the tests signs in. */
export const director = { login: 'director', password: 'director' }
