import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { runHere } from '#main/application/backups/jobs.ts'
import { noteErasedBeside } from '#main/application/backups/erased-list.ts'
import { folderOfBackups, rescueBackups } from '#main/application/backups/rescue.ts'
import { makeStoreHost, type StoreHost } from '#main/application/host.ts'
import type { Answer } from '#main/application/open-application.ts'
import type { BackupRef } from '#shared/contract/backups.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { session } from '#shared/contract/session.ts'
import type { setup } from '#shared/contract/setup.ts'
import { refuse } from '#shared/errors.ts'
import { readSecret } from '../read-secret.ts'
import type { Around, RunVerb } from '../verb.ts'
import type { Options } from '../read-options.ts'
import { exitCode, migrationsFolder, writeLine } from '../shell.ts'
import { pathFrom } from './open.ts'

/**
 * Puts a backup in the place of a store: signed in to the store where it opens (`backups.restore`), else on the word of
 * somebody who is in the backup (`setup.restore`). Also for a computer that has no store yet.
 */
export const runRestore: RunVerb<'restore'> = async (options, around) => {
  const answer = await restore(options, around)
  await writeLine(around.shell, answer)
  return answer.ok ? exitCode.done : exitCode.refused
}

async function restore(options: Options<'restore'>, around: Around): Promise<Answer> {
  const { login, reason } = options
  const file = pathFrom(around, options.store)
  const password = await readSecret(around.shell, 'SHOWROOM_PASSWORD', 'password')
  const ref = await find(file, options.from, around)
  const host = makeStoreHost({
    dataFolder: path.dirname(file),
    storeFile: file,
    migrationsFolder,
    locale: around.lang ?? 'en',
    log: around.log,
    runJob: runHere,
    backups: 'acts',
    seedDemo: () => [],
  })
  try {
    return await ask(host, { ...ref, login, password, reason })
  } finally {
    host.close()
  }
}

async function ask(
  host: StoreHost,
  input: BackupRef & { readonly login: string; readonly password: string; readonly reason: string },
): Promise<Answer> {
  const state = await host.answerAsync('setup.state', undefined, {})
  if (!state.ok) return state
  const { state: now, failure } = state.value as OutputOf<typeof setup.state>
  if (now !== 'open') {
    if (failure?.kind === 'busy') return refuse('STORE_BUSY', failure.holder ? { who: failure.holder } : {})
    return host.answerAsync('setup.restore', input, {})
  }
  const { name, place, reason, ...secret } = input
  const signedIn = await host.answerAsync('session.signIn', secret, {})
  if (!signedIn.ok) return signedIn
  const { token } = signedIn.value as OutputOf<typeof session.signIn>
  return host.answerAsync('backups.restore', { name, place, reason }, { token })
}

/** The backup that `--from` names: by its name alone, or by a path, from where it is copied beside the store first. */
async function find(file: string, from: string, around: Around): Promise<BackupRef> {
  const name = path.basename(from)
  if (name === from) {
    const { backups } = await rescueBackups(file, migrationsFolder, { runJob: runHere, as: 'act' })
    const row = backups.find((each) => each.name === name)
    return row ? { name, place: row.place } : refuse('FILE_REFUSED', { reason: 'backup_missing' })
  }
  const source = pathFrom(around, from)
  const folder = folderOfBackups(file)
  const target = path.join(folder, name)
  if (!existsSync(source) || !existsSync(`${source}.json`))
    refuse('FILE_REFUSED', { reason: 'backup_missing' })
  if (path.resolve(source) !== target && !existsSync(target)) {
    mkdirSync(folder, { recursive: true })
    copyFileSync(`${source}.json`, `${target}.json`)
    copyFileSync(source, target)
  }
  // S7 What lies beside it on the stick may know who was erased since.
  noteErasedBeside(file, source)
  return { name, place: 'main' }
}
