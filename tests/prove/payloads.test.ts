import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { confirmedFor } from '#main/application/admission.ts'
import type { Answer } from '#main/application/open-application.ts'
import { needsPreparation } from '#main/application/prepare.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { makeChance } from '#tests/support/payloads/chance.ts'
import { makeDrawing, type Payload } from '#tests/support/payloads/draw.ts'
import { knownOf, type Population } from '#tests/support/payloads/population.ts'
import { besiege, makeGround, tell, watchRejections } from '#tests/support/payloads/siege.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

/** A million payloads at the boundary of the commands (S3), in rounds on fresh copies of one store. */
const payloads = proofSize({ short: 40_000, full: 1_000_000 })
/** A million takes twenty minutes where nothing else works, and hours where much does. In milliseconds. */
const longest = 4 * 3600_000
const inOneRound = proofSize({ short: 10_000, full: 20_000 })

const rejections = watchRejections()

interface Found {
  readonly counts: Map<string, number>
  /** What must not be: by what went wrong, the first payload that showed it. */
  readonly wrong: Map<string, string>
  acts: number
  rows: number
}

const seen = (payload: Payload): string => {
  try {
    return `${payload.path} ${JSON.stringify(payload.input)?.slice(0, 600)}`
  } catch {
    return `${payload.path} (no JSON)`
  }
}

async function playRound(population: Population, folder: string, seed: number, count: number, found: Found) {
  const file = path.join(folder, `round-${seed}.db`)
  let now = population.now + (seed % 3 === 2 ? confirmedFor + 1000 : 1000)
  const { application, incidents, witness } = besiege(population, file, () => now)
  const chance = makeChance(seed)
  const draw = makeDrawing(population, knownOf(population, folder), chance)
  const blame = (what: string, payload: Payload) => {
    if (!found.wrong.has(what)) found.wrong.set(what, seen(payload))
  }
  for (let i = 0; i < count; i += 1) {
    now += chance.below(20)
    const payload = draw()
    const { path: call, input, context } = payload
    let answer: Answer
    try {
      answer = needsPreparation(call)
        ? await application.answerAsync(call, input, context)
        : application.answer(call, input, context)
    } catch (error) {
      blame(`thrown: ${String(error)}`, payload)
      continue
    }
    const code = answer.ok ? 'ok' : answer.error.code
    found.counts.set(code, (found.counts.get(code) ?? 0) + 1)
    if (code === 'INTERNAL') {
      const error = incidents.at(-1)
      const at =
        error instanceof Error ? (error.stack ?? '').split('\n').find((line) => line.includes('/src/')) : ''
      blame(`INTERNAL ${call}: ${String(error).slice(0, 300)} ${at?.trim() ?? ''}`, payload)
    }
    const { written, told, entries, tables } = witness.look()
    if (written !== told)
      blame(`${call}: ${written} rows written (${tables}), ${told} told by the trail`, payload)
    if (entries > 0) found.acts += entries
    found.rows += written
  }
  const verified = verifyStore(application.store, 'en')
  for (const { code, table, detail } of verified.problems)
    found.wrong.set(`verify ${code} ${table}`, `round ${seed}: ${detail}`)
  application.close()
  for (const name of readdirSync(folder))
    if (name.startsWith('round-')) rmSync(path.join(folder, name), { force: true })
}

/** The control: a row that is written past the trail is seen. */
function seesWhatIsHidden(population: Population, folder: string) {
  const { application, witness } = besiege(population, path.join(folder, 'control.db'))
  sqliteOf(application.store).exec(
    "update customers set area = 'x' where rowid = (select min(rowid) from customers)",
  )
  const { written, told } = witness.look()
  application.close()
  return { written, told }
}

it(
  'a million payloads at random neither crash the application nor write a row without an entry of the trail (S3)',
  async () => {
    const { folder, population } = makeGround()
    const first = Number(process.env['PAYLOADS_SEED'] ?? 1)
    const found: Found = { counts: new Map(), wrong: new Map(), acts: 0, rows: 0 }
    const rounds = Math.ceil(payloads / inOneRound)
    for (let round = 0; round < rounds; round += 1)
      await playRound(population, folder, first + round, inOneRound, found)
    expect(seesWhatIsHidden(population, folder)).toEqual({ written: 1, told: 0 })
    expect([...found.wrong]).toEqual([])
    expect(rejections).toEqual([])
    // Noise alone would prove nothing: enough of it gets through.
    expect(found.counts.get('ok') ?? 0).toBeGreaterThan(payloads / 50)
    expect(found.acts).toBeGreaterThan(payloads / 500)
    report(
      'S3',
      `${(rounds * inOneRound).toLocaleString('en')} payloads: ${tell(found.counts).join(', ')}; ${found.acts.toLocaleString('en')} acts, ${found.rows.toLocaleString('en')} rows, each with its entry; 0 thrown, 0 unhandled, ${rounds} stores verified`,
    )
  },
  longest,
)
