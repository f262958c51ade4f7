import type { OutputOf } from '#shared/contract/index.ts'
import type { session } from '#shared/contract/session.ts'
import type { Answer } from '#main/application/open-application.ts'
import { readSecret } from '../read-secret.ts'
import type { Around, RunVerb } from '../verb.ts'
import type { Options } from '../read-options.ts'
import { exitCode, writeLine } from '../shell.ts'
import { openFor, pathFrom } from './open.ts'

/**
 * Shows what is wrong with a ledger, or with `--decisions` imports it: the calls `imports.preview` and `imports.run`
 * of somebody who may, signed in for as long as that takes.
 */
export const runImport: RunVerb<'import'> = async (options, around) => {
  const answer = await ask(options, around)
  await writeLine(around.shell, answer)
  return answer.ok ? exitCode.done : exitCode.refused
}

async function ask(
  { store, login, file, sheet, decisions, now }: Options<'import'>,
  around: Around,
): Promise<Answer> {
  const password = await readSecret(around.shell, 'SHOWROOM_PASSWORD', 'password')
  const opened = openFor(around, store)
  if (!opened.ok) return opened
  const { application, locale } = opened
  try {
    const context = { locale, ...(now === undefined ? {} : { now }) }
    const signedIn = application.answer('session.signIn', { login, password }, context)
    if (!signedIn.ok) return signedIn
    const { token } = signedIn.value as OutputOf<typeof session.signIn>
    const source = { path: pathFrom(around, file), ...(sheet === undefined ? {} : { sheet }) }
    const [call, input] =
      decisions === undefined ? ['imports.preview', source] : ['imports.run', { ...source, decisions }]
    const answer = await application.answerAsync(call, input, { ...context, token })
    application.answer('session.signOut', undefined, { ...context, token })
    return answer
  } finally {
    application.close()
  }
}
