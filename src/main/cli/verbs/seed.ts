import { seedStore } from '#main/application/seed/index.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode, migrationsFolder, writeLine } from '../shell.ts'
import { pathFrom } from './open.ts'

/** Fills a training store with a believable history, and tells how to sign in to it. */
export const runSeed: RunVerb<'seed'> = async ({ store, ...rest }, around) => {
  const file = pathFrom(around, store)
  const value = seedStore({ ...rest, file, migrationsFolder })
  await writeLine(around.shell, { ok: true, value: { store: file, ...value } })
  return exitCode.done
}
