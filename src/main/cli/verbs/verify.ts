import { verifyStore } from '#main/application/verify/index.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode, writeLine } from '../shell.ts'
import { openFor } from './open.ts'

/** Says everything that is wrong with a store. */
export const runVerify: RunVerb<'verify'> = async ({ store }, around) => {
  const opened = openFor(around, store)
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
