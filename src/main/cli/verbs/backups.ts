import { runHere } from '#main/application/backups/jobs.ts'
import { rescueBackups } from '#main/application/backups/rescue.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode, migrationsFolder, writeLine } from '../shell.ts'
import { pathFrom } from './open.ts'

/** Lists the backups of a store file, newest first, the bad ones with why; the store itself need not open, or be there. */
export const runBackups: RunVerb<'backups'> = async ({ store }, around) => {
  const value = await rescueBackups(pathFrom(around, store), migrationsFolder, {
    runJob: runHere,
    as: 'act',
  })
  await writeLine(around.shell, { ok: true, value })
  return exitCode.done
}
