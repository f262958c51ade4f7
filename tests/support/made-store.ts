import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createStore } from '#main/application/create-store.ts'
import { openApplication, type Answer, type Application } from '#main/application/open-application.ts'
import type { contract } from '#shared/contract/index.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { PolicyPreset } from '#shared/domain/codes.ts'
import type { Failure } from '#shared/errors.ts'
import { parseInstant } from '#shared/time/instant.ts'

/**
 * A training store with staff, driven through the same entry as every shell, its clock set call by call. It knows no test runner:
 * `training-store.ts` is its face for unit tests, which also puts it away.
 */

type Calls = {
  [N in keyof typeof contract]: `${N & string}.${keyof (typeof contract)[N] & string}`
}[keyof typeof contract]
type DeclarationOf<P> = P extends `${infer N}.${infer V}`
  ? N extends keyof typeof contract
    ? V extends keyof (typeof contract)[N]
      ? (typeof contract)[N][V]
      : never
    : never
  : never
/** What may be passed: plain strings for dates. */
type Loose<T> = T extends string
  ? string
  : T extends readonly (infer E)[]
    ? readonly Loose<E>[]
    : T extends object
      ? { [K in keyof T]: Loose<T[K]> }
      : T
export type LooseInput<P extends Calls> = Loose<InputOf<DeclarationOf<P>>>

export const migrationsFolder = path.resolve(import.meta.dirname, '../../drizzle')
export const people = ['admin', 'director', 'manager', 'otherManager', 'desk', 'chen', 'li', 'zhou'] as const
export type PersonName = (typeof people)[number]

/** 09:00 in the store's zone unless a time is given: `at('2026-03-02')`, `at('2026-03-02 18:30')`. */
export const at = (text: string): number => {
  const [date, time = '09:00'] = text.split(' ')
  const instant = parseInstant(`${date}T${time}:00+08:00`)
  if (instant === undefined) throw new Error(`not a moment: ${text}`)
  return instant
}

export interface TrainingStore {
  readonly application: Application
  readonly file: string
  readonly ids: Readonly<Record<PersonName, string>>
  readonly tokens: Readonly<Record<PersonName, string>>
  /** Sets the clock of the calls that follow. */
  readonly setNow: (text: string) => void
  readonly answer: (
    as: PersonName | null,
    call: string,
    input?: unknown,
    extra?: { commandId?: string },
  ) => Answer
  readonly answerAsync: (
    as: PersonName,
    call: string,
    input?: unknown,
    extra?: { commandId?: string },
  ) => Promise<Answer>
  /** The value of a call that must succeed. */
  readonly ok: <P extends Calls>(as: PersonName, call: P, input?: LooseInput<P>) => OutputOf<DeclarationOf<P>>
  /** The failure of a call that must be refused. */
  readonly refused: <P extends Calls>(as: PersonName, call: P, input?: LooseInput<P>) => Failure
  /** Lets go of the file, which stays. */
  readonly close: () => void
  readonly remove: () => void
}

const roles = {
  director: { role: 'director' },
  manager: { role: 'manager' },
  otherManager: { role: 'manager' },
  desk: { role: 'front_desk' },
  chen: { role: 'consultant', manager: 'manager' },
  li: { role: 'consultant', manager: 'manager' },
  zhou: { role: 'consultant', manager: 'otherManager' },
} as const
const names: Readonly<Record<PersonName, string>> = {
  admin: '管理员',
  director: '高总监',
  manager: '钱经理',
  otherManager: '郑经理',
  desk: '前台小吴',
  chen: '陈晓东',
  li: '李雪',
  zhou: '周婷',
}

const values = <T>(answer: Answer): T => {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as T
}

interface Template {
  readonly file: string
  readonly ids: Record<PersonName, string>
  readonly tokens: Record<PersonName, string>
}
const templates = new Map<PolicyPreset, Template>()

/** Made once a policy and run of tests, then copied: hashing eight passwords takes longer than most tests. */
function makeTemplate(policy: PolicyPreset): Template {
  const known = templates.get(policy)
  if (known) return known
  const folder = process.env['SHOWROOM_TEMPLATES']
  if (folder === undefined) throw new Error('tests/support/template-folder.ts has to run before the tests')
  const kept = path.join(folder, `${policy}.json`)
  const template = existsSync(kept)
    ? (JSON.parse(readFileSync(kept, 'utf8')) as Template)
    : makeInFolder(policy, mkdtempSync(path.join(folder, `${policy}-`)))
  // Another process may have made its own meanwhile, which is as good.
  const own = `${kept}.${process.pid}`
  writeFileSync(own, JSON.stringify(template))
  renameSync(own, kept)
  templates.set(policy, template)
  return template
}

function makeInFolder(policy: PolicyPreset, folder: string): Template {
  const file = path.join(folder, 'store.db')
  const now = at('2026-03-01')
  const admin = { name: names.admin, login: 'admin', password: 'p' }
  const { staffId } = createStore({
    file,
    migrationsFolder,
    name: '江南店',
    kind: 'training',
    policy,
    locale: 'zh-CN',
    now,
    admin,
  })
  const application = openApplication({ file, migrationsFolder })
  const signIn = (login: string, password: string) =>
    values<{ token: string }>(application.answer('session.signIn', { login, password }, {})).token
  const ids: Record<string, string> = { admin: staffId }
  const tokens: Record<string, string> = { admin: signIn('admin', 'p') }
  const token = tokens['admin']
  for (const [login, person] of Object.entries(roles)) {
    const managerId = 'manager' in person ? ids[person.manager] : undefined
    const input = { name: names[login as PersonName], login, role: person.role, managerId }
    const added = values<{ staffId: string; oneTimeSecret: string }>(
      application.answer('staff.add', input, { token }),
    )
    ids[login] = added.staffId
    const own = signIn(login, added.oneTimeSecret)
    values(
      application.answer(
        'session.changePassword',
        { current: added.oneTimeSecret, next: login },
        { token: own },
      ),
    )
    tokens[login] = own
  }
  application.close()
  return { file, ids, tokens }
}

export interface TrainingOptions {
  readonly policy?: PolicyPreset
  readonly now?: string
}

/** Makes a fresh training store; each person's password is his login. */
export function makeTrainingStore(options: TrainingOptions = {}): TrainingStore {
  const template = makeTemplate(options.policy ?? 'benyue')
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-test-'))
  const file = path.join(folder, 'store.db')
  copyFileSync(template.file, file)
  return openMade({ ...template, file }, options.now)
}

/** Opens a store again that was closed, for a window or to be read: everybody in it is still signed in. */
export function openMade(
  { file, ids, tokens }: Pick<TrainingStore, 'file' | 'ids' | 'tokens'>,
  from = '2026-03-02',
): TrainingStore {
  const application = openApplication({ file, migrationsFolder })
  let now = at(from)
  const context = (as: PersonName | null, extra: { commandId?: string } = {}) => ({
    ...(as ? { token: tokens[as] } : {}),
    now,
    ...extra,
  })
  const answer: TrainingStore['answer'] = (as, call, input, extra) =>
    application.answer(call, input, context(as, extra))
  return {
    application,
    file,
    ids,
    tokens,
    setNow: (text) => {
      now = at(text)
    },
    answer,
    answerAsync: (as, call, input, extra) => application.answerAsync(call, input, context(as, extra)),
    ok: (as, call, input) => values(answer(as, call, input)),
    refused: (as, call, input) => {
      const given = answer(as, call, input)
      if (given.ok) throw new Error(`${call} was allowed: ${JSON.stringify(given.value)}`)
      return given.error
    },
    close: () => application.close(),
    remove: () => rmSync(path.dirname(file), { recursive: true, force: true }),
  }
}

let counter = 0
/** A complete customer and an opportunity that agree with the policy `benyue` on 2026-03-02; parts can be replaced. */
export function intake(
  parts: { customer?: object; opportunity?: object; plan?: object; ownerId?: string } = {},
) {
  counter += 1
  return {
    customer: {
      name: '王伟',
      gender: 'male',
      mobile: `138${String(10_000_000 + counter)}`,
      birthday: '1988-05-20',
      area: '江阴',
      source: 'walk_in',
      customerType: 'person',
      ...parts.customer,
    },
    opportunity: {
      model: '帕萨特',
      expectedPurchaseDate: '2026-03-06',
      grade: 'H',
      purchaseType: 'first',
      ...parts.opportunity,
    },
    plan: { on: '2026-03-05', channel: 'phone', purpose: '确认到店时间', ...parts.plan },
    ...(parts.ownerId ? { ownerId: parts.ownerId } : {}),
  } as LooseInput<'customers.register'>
}
