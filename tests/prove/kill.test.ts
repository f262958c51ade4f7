import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { openApplication, type Application } from '#main/application/open-application.ts'
import { makeRandom } from '#main/application/seed/random.ts'
import { at, makeTrainingStore, migrationsFolder, type TrainingStore } from '#tests/support/made-store.ts'
import {
  readAcknowledged,
  readTried,
  type Acknowledged,
  type Attempt,
  type LoadOrder,
} from './load/acknowledged.ts'
import { countsOf, headOf, rowsWithoutEntry } from './load/book-of-store.ts'
import { bySequence, checkStore } from './load/check.ts'
import { runAndKill } from './load/process.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

const child = path.resolve(import.meta.dirname, 'load/child.ts')
const kills = proofSize({ short: 20, full: 200 })
/** One store is killed so often, then a new one: every check reads all of it. */
const killsAStore = 20
const actsADay = 60
const day = 24 * 60 * 60_000
const stores: TrainingStore[] = []
afterAll(() => {
  for (const store of stores) store.remove()
})

/** Asks the same commands once more, under their ids. */
const askAgain = (application: Application, { tokens }: TrainingStore, attempt: Attempt) =>
  application.answerAsync(attempt.call, attempt.input, {
    ...(attempt.as ? { token: tokens[attempt.as] } : {}),
    now: attempt.now,
    commandId: attempt.commandId,
  })

it('the check itself sees a command that is gone and an act that is there in part', async () => {
  const store = makeTrainingStore()
  stores.push(store)
  store.close()
  const order = {
    tokens: store.tokens,
    seed: 'seen',
    from: at('2026-03-02'),
    actsADay,
    acts: 4,
    reopenEvery: 100,
  }
  const { said } = await runAndKill(child, [JSON.stringify({ ...order, file: store.file })])
  const known = readAcknowledged(said)
  const expected = { last: known.at(-1), bySequence: bySequence(known), deep: false }
  expect(checkStore(store.file, expected)).toMatchObject({ state: 'whole' })
  const db = new Database(store.file)
  db.exec('delete from command_answers where rowid = (select max(rowid) from command_answers)')
  db.close()
  expect(checkStore(store.file, expected)).toMatchObject({ state: 'bad' })
  const again = new Database(store.file)
  again.exec(`drop trigger audit_entries_no_delete;
    delete from audit_entries where sequence = (select max(sequence) from audit_entries)`)
  again.close()
  expect(checkStore(store.file, expected)).toMatchObject({ state: 'lost' })
})

it('kill -9 under load loses nothing that was acknowledged, and a command sent again happens once (P1, P2, P8)', async () => {
  const random = makeRandom('kills')
  const tally = { acknowledged: 0, whileOpening: 0, interrupted: 0, carriedOut: 0, askedAgain: 0 }
  let store: TrainingStore | undefined
  let known: Acknowledged[] = []
  let from = at('2026-03-02')
  for (let kill = 0; kill < kills; kill += 1) {
    if (!store || kill % killsAStore === 0) {
      store = makeTrainingStore()
      store.close()
      stores.push(store)
      known = []
      from = at('2026-03-02')
    }
    const order: LoadOrder = {
      file: store.file,
      tokens: store.tokens,
      seed: `kill-${kill}`,
      from,
      actsADay,
      acts: 1_000,
      reopenEvery: random.between(5, 40),
    }
    // Some die while they open the store; the others some way into an act, after a few or many.
    const acts = random.between(1, 25)
    const ended = await runAndKill(
      child,
      [JSON.stringify(order)],
      random.chance(0.15)
        ? { after: random.between(100, 1_000), from: 'start' }
        : { after: random.between(0, 20), from: (said) => readAcknowledged(said).length >= acts },
    )
    expect(ended).toMatchObject({ signal: 'SIGKILL', notices: '' })
    const said = readAcknowledged(ended.said)
    known.push(...said)
    tally.acknowledged += said.length
    if (ended.said === '') tally.whileOpening += 1
    from += day * (1 + Math.ceil(said.length / actsADay))

    const verdict = checkStore(store.file, { last: known.at(-1), bySequence: bySequence(known), deep: true })
    expect(verdict).toMatchObject({ state: 'whole' })

    const application = openApplication({ file: store.file, migrationsFolder })
    expect(rowsWithoutEntry(application.store)).toEqual([])
    const head = headOf(application.store)
    for (const each of said.slice(-5)) {
      const answer = await askAgain(application, store, each)
      expect(answer).toEqual({ ok: true, value: each.value })
      tally.askedAgain += 1
    }
    expect(headOf(application.store)).toEqual(head)

    // The one that was under way: whether it was carried out or not, sent again it has been, once.
    const last = readTried(ended.said).at(-1)
    if (last && last.commandId !== said.at(-1)?.commandId) {
      tally.interrupted += 1
      const answersOf = () => countsOf(application.store)['command_answers'] ?? 0
      const was = answersOf()
      const first = await askAgain(application, store, last)
      expect(first).toMatchObject({ ok: true })
      if (answersOf() === was) tally.carriedOut += 1
      const after = { head: headOf(application.store), counts: countsOf(application.store) }
      expect(await askAgain(application, store, last)).toEqual(first)
      expect({ head: headOf(application.store), counts: countsOf(application.store) }).toEqual(after)
      expect(answersOf() - was).toBeLessThanOrEqual(1)
    }
    application.close()
  }
  expect(tally.acknowledged).toBeGreaterThan(kills)
  report(
    'P2, P8',
    `${kills} kills (${tally.whileOpening} while opening): ${tally.acknowledged} acknowledged commands, 0 lost, 0 bad; ${tally.askedAgain} asked again: same answers; ${tally.interrupted} interrupted, ${tally.carriedOut} of them carried out, each once`,
  )
})
