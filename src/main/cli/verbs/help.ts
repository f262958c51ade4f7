import { texts } from '#shared/text/index.ts'
import type { RunVerb } from '../verb.ts'
import { exitCode } from '../shell.ts'

/** Tells people what can be asked. */
export const runHelp: RunVerb<'help'> = (_options, { shell, lang }) => {
  shell.output.write(`${texts[lang ?? 'en'].cli.help}\n`)
  return Promise.resolve(exitCode.done)
}
