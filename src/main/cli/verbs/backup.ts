import { backUpFile } from '#main/application/backups/back-up-file.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode, writeLine } from '../shell.ts'
import { openFor, pathFrom } from './open.ts'

/** Makes a backup of a store; one that another program has open is only read for it (P7). */
export const runBackup: RunVerb<'backup'> = async ({ store }, around) => {
  const opened = openFor(around, store)
  if (!opened.ok && opened.error.code !== 'STORE_BUSY') {
    await writeLine(around.shell, opened)
    return exitCode.refused
  }
  if (!opened.ok) {
    await writeLine(around.shell, { ok: true, value: backUpFile(pathFrom(around, store)) })
    return exitCode.done
  }
  try {
    await writeLine(around.shell, { ok: true, value: await opened.application.keeper.make('by_hand') })
    return exitCode.done
  } finally {
    opened.application.close()
  }
}
