import { toFailure, type LogFailure } from '#main/application/failure.ts'
import { locale as localeSchema } from '#shared/contract/setup.ts'
import { refuseField } from '#shared/errors.ts'
import { readOptions, readVerb, type Verb } from './read-options.ts'
import { exitCode, writeLine, type Shell } from './shell.ts'
import type { Around, RunVerb } from './verb.ts'

/** Each verb is loaded when it is asked for, because a quick call needs neither seed nor import. */
const load: { readonly [V in Verb]: () => Promise<RunVerb<V>> } = {
  call: async () => (await import('./verbs/call.ts')).runCall,
  create: async () => (await import('./verbs/create.ts')).runCreate,
  seed: async () => (await import('./verbs/seed.ts')).runSeed,
  verify: async () => (await import('./verbs/verify.ts')).runVerify,
  roll: async () => (await import('./verbs/roll.ts')).runRoll,
  import: async () => (await import('./verbs/import.ts')).runImport,
  backup: async () => (await import('./verbs/backup.ts')).runBackup,
  backups: async () => (await import('./verbs/backups.ts')).runBackups,
  restore: async () => (await import('./verbs/restore.ts')).runRestore,
  help: async () => (await import('./verbs/help.ts')).runHelp,
}

/** Takes `--lang` out of the words, wherever it stands: even a refusal of the others is said in it. */
function readLanguage(words: readonly string[]): {
  readonly rest: string[]
  readonly said: string | undefined
} {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at === -1) return { rest: [...words], said: undefined }
  const joined = words[at]?.startsWith('--lang=') ?? false
  return {
    rest: words.filter((_, i) => i !== at && (joined || i !== at + 1)),
    said: joined ? words[at]?.slice('--lang='.length) : (words[at + 1] ?? ''),
  }
}

/** Runs one command line; what a verb cannot answer itself is answered here. Returns the exit code. */
export async function run(words: readonly string[], shell: Shell): Promise<number> {
  const { rest, said } = readLanguage(words)
  const read = localeSchema.safeParse(said)
  const lang = read.success ? read.data : undefined
  const log: LogFailure = (incidentId, error) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
    shell.notices.write(`[incident ${incidentId}] ${details}\n`)
  }
  const fail = (error: unknown) => writeLine(shell, { ok: false, error: toFailure(error, lang ?? 'en', log) })
  try {
    if (said !== undefined && !lang)
      refuseField('--lang', 'not_allowed', { allowed: localeSchema.options.join(', ') })
    const [word, ...others] = rest
    const verb = readVerb(word)
    return await runVerb(verb, others, { shell, lang, log }, fail)
  } catch (error) {
    await fail(error)
    return exitCode.usage
  }
}

async function runVerb<V extends Verb>(
  verb: V,
  words: readonly string[],
  around: Around,
  fail: (error: unknown) => Promise<void>,
): Promise<number> {
  const options = readOptions(verb, words)
  try {
    const runIt = await load[verb]()
    return await runIt(options, around)
  } catch (error) {
    await fail(error)
    return exitCode.refused
  }
}
