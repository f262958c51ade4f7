import { answerLines } from '../answer-lines.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode } from '../shell.ts'
import { openFor } from './open.ts'

/** Answers calls, one a line. Where the store cannot be opened, each is answered with why. */
export const runCall: RunVerb<'call'> = async ({ store }, around) => {
  const { shell, lang, log } = around
  const opened = openFor(around, store)
  if (!opened.ok) {
    await answerLines(shell, { answer: () => Promise.resolve(opened), locale: lang ?? 'en', log })
    return exitCode.done
  }
  const { application, locale } = opened
  try {
    await answerLines(shell, {
      answer: ({ path, input, context }) => application.answerAsync(path, input, { ...context, locale }),
      locale,
      log,
    })
  } finally {
    application.close()
  }
  return exitCode.done
}
