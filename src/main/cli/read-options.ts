import { parseArgs } from 'node:util'
import { z } from 'zod'
import { parseInput } from '#main/application/parse.ts'
import { locale } from '#shared/contract/setup.ts'
import { policyPreset, storeKind } from '#shared/domain/codes.ts'
import { Refusal, refuse, refuseField, type Issue } from '#shared/errors.ts'
import { businessDate } from '#shared/time/business-date.ts'
import { isTimeZone, parseInstant } from '#shared/time/instant.ts'

export const text = z.string().trim().min(1)
export const count = (max: number) => z.coerce.number().int().min(1).max(max)
/** A moment with its offset. */
export const moment = z.string().transform((iso, context) => {
  const at = parseInstant(iso)
  if (at !== undefined) return at
  context.addIssue({ code: 'custom', message: 'not_a_moment' })
  return z.NEVER
})
const store = { store: text }
const json = z.string().transform((words, context): unknown => {
  try {
    return JSON.parse(words)
  } catch {
    context.addIssue({ code: 'custom', message: 'not_json' })
    return z.NEVER
  }
})

/** The options of each verb, each written `--name value`. */
export const optionsOf = {
  call: z.strictObject(store),
  create: z.strictObject({
    ...store,
    name: text.max(100),
    kind: storeKind,
    policy: policyPreset,
    admin: text.max(60),
    locale: locale.default('zh-CN'),
    zone: text.refine(isTimeZone).default('Asia/Shanghai'),
  }),
  seed: z.strictObject({
    ...store,
    customers: count(1_000_000),
    days: count(3650),
    until: businessDate,
    seed: text.max(100),
    locale: locale.default('zh-CN'),
  }),
  verify: z.strictObject(store),
  roll: z.strictObject({ ...store, now: moment.optional(), today: businessDate.optional() }),
  import: z.strictObject({
    ...store,
    login: text.max(60),
    file: text,
    sheet: text.optional(),
    decisions: json.optional(),
    now: moment.optional(),
  }),
  backup: z.strictObject(store),
  backups: z.strictObject(store),
  restore: z.strictObject({ ...store, from: text, login: text.max(60), reason: text.max(4000) }),
  help: z.strictObject({}),
} as const
export type Verb = keyof typeof optionsOf
export type Options<V extends Verb> = z.output<(typeof optionsOf)[V]>

export const verbs = Object.keys(optionsOf) as readonly Verb[]
/** The verb that is asked for; nothing asks for help. Names the verbs there are otherwise. */
export function readVerb(word: string | undefined): Verb {
  if (word === undefined || word === '--help' || word === '-h') return 'help'
  return Object.hasOwn(optionsOf, word)
    ? (word as Verb)
    : refuseField('verb', 'not_allowed', { allowed: verbs.join(', ') })
}

/** Reads the options of a verb strictly. Refuses with VALIDATION_FAILED and each wrong one by its name. */
export const readOptions = <V extends Verb>(verb: V, words: readonly string[]): Options<V> =>
  readWords(optionsOf[verb], words)

/** Reads options, each written `--name value`, by their schema. */
export function readWords<T extends z.ZodObject>(schema: T, words: readonly string[]): z.output<T> {
  const names = Object.keys(schema.shape)
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { values, tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true })
  const issues = tokens.flatMap((token): Issue[] => {
    if (token.kind === 'positional') return [{ field: token.value, code: 'unknown_field' }]
    if (token.kind !== 'option') return []
    if (!names.includes(token.name)) return [{ field: token.rawName, code: 'unknown_field' }]
    return token.value === undefined ? [{ field: token.rawName, code: 'required' }] : []
  })
  // What stands behind an unknown option is its value, and no fault of its own.
  if (issues.length > 0) refuse('VALIDATION_FAILED', { issues: issues.slice(0, 1) })
  try {
    return parseInput(schema, values)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'VALIDATION_FAILED') throw error
    const { issues } = error.data as { readonly issues: readonly Issue[] }
    return refuse('VALIDATION_FAILED', {
      issues: issues.map((issue) => ({ ...issue, field: `--${issue.field}` })),
    })
  }
}
