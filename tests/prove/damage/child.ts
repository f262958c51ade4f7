// A process of its own that opens damaged stores, because a damaged file may end whoever opens it: `node child.ts ORDER`.
import { mkdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { makeStoreHost, type StoreHost } from '#main/application/host.ts'
import { makeRandom } from '#main/application/seed/random.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { fixedClock } from '#main/platform/clock.ts'
import { sqliteOf, type ReadableStore } from '#main/store/handle.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import { readAcknowledged } from '../load/acknowledged.ts'
import { countsOf, hashAt, headOf } from '../load/book-of-store.ts'
import { mutate, type StoreFiles } from './mutations.ts'
import { sayBegun, sayDone, type DamageOrder, type Outcome } from './outcome.ts'

const order = JSON.parse(process.argv[2] ?? '') as DamageOrder
const read = (name: string) => readFileSync(path.join(order.base, name))
const whole: StoreFiles = { store: read('store.db'), log: read('store.db-wal'), index: read('store.db-shm') }
const known = readAcknowledged(read('said.txt').toString())
const bySequence = new Map(known.map((each) => [each.head.sequence, each]))
const last = known.at(-1)
if (!last) throw new Error('nothing was acknowledged')
const clock = fixedClock(last.now + 60_000)
/** What the rescue screen has words for. */
const knownCodes = new Set(['STORE_DAMAGED', 'STORE_FROM_FUTURE', 'FILE_REFUSED'])

/** What people do first, and one act. */
const calls = [
  { as: 'chen', call: 'toDo.list', input: {} },
  { as: 'director', call: 'customers.search', input: { text: '王' } },
  { as: 'manager', call: 'dailyCheck.get', input: {} },
  { as: 'desk', call: 'visits.register', input: { kind: 'walk_in', partySize: 2 } },
] as const

function put(folder: string, files: StoreFiles): void {
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'store.db'), files.store)
  writeFileSync(path.join(folder, 'store.db-wal'), files.log)
  writeFileSync(path.join(folder, 'store.db-shm'), files.index)
}

function start(dataFolder: string, log: (error: unknown) => void): StoreHost {
  return makeStoreHost({
    dataFolder,
    migrationsFolder,
    seedDemo: () => {
      throw new Error('a damaged store is not replaced by a demo store')
    },
    locale: 'en',
    clock,
    backups: 'none',
    log: (_id, error) => log(error),
  })
}

const againstSchema = /^(?:CHECK constraint failed in|NULL value in) /
const bad = (why: string): Outcome => ({ state: 'bad', why: why.slice(0, 2000) })

/** What the open store is, compared with what was acknowledged. */
function compare(store: ReadableStore, wholeDigest: string | undefined): Outcome {
  // What a quick check would have told must have been told: nobody works in a store whose pages are broken.
  // A row against the schema in sound pages is no such damage: the check of the whole store must name that one, below.
  const quick = sqliteOf(store).pragma('quick_check(100)') as { readonly quick_check: string }[]
  const broken = quick
    .map((line) => line.quick_check)
    .find((line) => line !== 'ok' && !againstSchema.test(line))
  if (broken !== undefined) return bad(`it started and nobody was told: ${broken}`)
  const { problems, digest } = verifyStore(store, 'en')
  const [problem] = problems
  if (problem) return { state: 'named', code: problem.code }
  const deep: unknown = sqliteOf(store).pragma('integrity_check(1)', { simple: true })
  if (deep !== 'ok') return bad(`an index differs from its table, and nobody is told: ${String(deep)}`)
  const head = headOf(store)
  if (last && hashAt(store, last.head.sequence) === last.head.hash)
    return wholeDigest === undefined || digest === wholeDigest
      ? { state: 'whole', digest }
      : bad('changed, and not named')
  const then = bySequence.get(head.sequence)
  if (last && head.sequence >= last.head.sequence) return bad('another trail, and not named')
  return !then || (then.head.hash === head.hash && isDeepStrictEqual(then.counts, countsOf(store)))
    ? { state: 'earlier' }
    : bad(`entry ${head.sequence} is another, or has other rows`)
}

async function examine(
  dataFolder: string,
  files: StoreFiles,
  wholeDigest: string | undefined,
): Promise<Outcome> {
  const incidents: string[] = []
  const log = (error: unknown) =>
    incidents.push(error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error))
  const host = start(dataFolder, log)
  try {
    const application = host.openedApplication()
    if (!application) {
      const summary = host.summary()
      if (summary.state !== 'failed') return bad('the store is not seen any more')
      if (!knownCodes.has(summary.code)) return bad(`${summary.code}: ${incidents.join('\n')}`)
      const same = (name: string, was: Buffer) => readFileSync(path.join(dataFolder, name)).equals(was)
      if (!same('store.db', files.store) || !same('store.db-wal', files.log))
        return bad('refused, and yet changed')
      return { state: 'told', code: summary.code }
    }
    const outcome = compare(application.store, wholeDigest)
    for (const { as, call, input } of calls) {
      const answer = await host.answerAsync(call, input, { token: order.tokens[as] })
      if (answer.ok || outcome.state === 'named' || outcome.state === 'bad') continue
      if (answer.error.code !== 'NOT_SIGNED_IN')
        return bad(`${call}: ${answer.error.code} ${incidents.join('\n')}`)
    }
    return outcome
  } catch (error) {
    return bad(`the host threw: ${error instanceof Error ? (error.stack ?? '') : String(error)}`)
  } finally {
    host.close()
  }
}

const pristine = path.join(order.scratch, `whole-${order.from}`)
put(pristine, whole)
const asItWas = await examine(pristine, whole, undefined)
if (asItWas.state !== 'whole') throw new Error(`the store was not whole before: ${JSON.stringify(asItWas)}`)

for (let n = order.from; n < order.until; n += 1) {
  const { name, files } = mutate(whole, makeRandom(`damage ${n}`))
  writeSync(1, sayBegun({ n, name }))
  const folder = path.join(order.scratch, `damaged-${n}`)
  put(folder, files)
  const outcome = await examine(folder, files, asItWas.digest)
  writeSync(1, sayDone({ n, name, outcome }))
  rmSync(folder, { recursive: true, force: true })
}
