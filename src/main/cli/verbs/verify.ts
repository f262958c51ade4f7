import { verifyStore } from '#main/application/verify/index.ts'
import { verifyOwned } from '#main/application/verify/verify-owned.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode, writeLine } from '../shell.ts'
import { openFor, pathFrom } from './open.ts'

/** Says everything that is wrong with a store; one that another program has open is only read for it (P7). */
export const runVerify: RunVerb<'verify'> = async ({ store }, around) => {
  const opened = openFor(around, store)
  if (!opened.ok && opened.error.code === 'STORE_BUSY') {
    const verification = verifyOwned(pathFrom(around, store), around.lang ?? 'en')
    await writeLine(around.shell, verification)
    return verification.ok ? exitCode.done : exitCode.refused
  }
  if (!opened.ok) {
    const { code, message } = opened.error
    const problems =
      code === 'STORE_DAMAGED' ? [{ code: 'file_damaged', table: '', id: '', detail: message }] : []
    await writeLine(around.shell, { ...opened, problems })
    return exitCode.refused
  }
  const { application, locale } = opened
  try {
    const verification = verifyStore(application.store, locale)
    await writeLine(around.shell, verification)
    return verification.ok ? exitCode.done : exitCode.refused
  } finally {
    application.close()
  }
}
