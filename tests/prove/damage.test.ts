import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { at, makeTrainingStore } from '#tests/support/made-store.ts'
import { mutations } from './damage/mutations.ts'
import { readSaid, type DamageOrder, type Done } from './damage/outcome.ts'
import { readAcknowledged, type LoadOrder } from './load/acknowledged.ts'
import { quickly, runAndKill, type Killing } from './load/process.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

const root = mkdtempSync(path.join(tmpdir(), 'showroom-damage-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const script = (name: string) => path.resolve(import.meta.dirname, name)
const wanted = proofSize({ short: 150, full: 1000 })
/** Longer than this, and whoever opens a store waits for nothing. */
const patience = 60_000

/** A store that was left in the middle of its work: much in the file, and a log full of acts. */
async function makeBase(): Promise<Pick<DamageOrder, 'base' | 'tokens'>> {
  const store = makeTrainingStore()
  store.close()
  const order = {
    file: store.file,
    tokens: store.tokens,
    from: at('2026-03-02'),
    actsADay: 60,
    reopenEvery: 10_000,
  }
  const work = (more: Pick<LoadOrder, 'seed' | 'acts' | 'from'>, killing?: Killing) =>
    runAndKill(script('load/child.ts'), [JSON.stringify({ ...order, ...more })], killing)
  const filled = await work({ seed: 'filled', acts: 150, from: order.from })
  const left = await work(
    { seed: 'left', acts: 10_000, from: order.from + 4 * 24 * 60 * 60_000 },
    { after: 0, from: (said) => readAcknowledged(said).length >= 40 },
  )
  expect(left).toMatchObject({ signal: 'SIGKILL', notices: '' })
  const said = `${filled.said}${left.said.slice(0, left.said.lastIndexOf('\n') + 1)}`
  const base = path.join(root, 'base')
  mkdirSync(base)
  for (const suffix of ['', '-wal', '-shm'])
    copyFileSync(store.file + suffix, path.join(base, `store.db${suffix}`))
  writeFileSync(path.join(base, 'said.txt'), said)
  store.remove()
  return { base, tokens: store.tokens }
}

/** Lets a child open the damaged stores of an order; one that dies or hangs has opened its last, and another goes on. */
async function examine(order: DamageOrder): Promise<Done[]> {
  const outcomes: Done[] = []
  let { from } = order
  while (from < order.until) {
    const { said, died } = await runWatched({ ...order, from })
    const lines = readSaid(said)
    const done = lines.filter((line): line is Done => 'outcome' in line)
    outcomes.push(...done)
    const last = lines.at(-1)
    if (!last) throw new Error(`the child says nothing: ${died}`)
    if (!('outcome' in last)) outcomes.push({ ...last, outcome: { state: 'bad', why: died } })
    from = last.n + 1
  }
  return outcomes
}

function runWatched(order: DamageOrder): Promise<{ readonly said: string; readonly died: string }> {
  const child = spawn(process.execPath, [...quickly, script('damage/child.ts'), JSON.stringify(order)])
  let said = ''
  let notices = ''
  let hung = false
  const giveUp = () => {
    hung = true
    child.kill('SIGKILL')
  }
  let timer = setTimeout(giveUp, patience)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    clearTimeout(timer)
    timer = setTimeout(giveUp, patience)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notices += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ said, died: `${hung ? 'hung' : 'ended'} with ${signal ?? code}: ${notices.slice(0, 1000)}` })
    })
  })
}

it('a damaged store is told as damaged or is open and whole, never a crash, a hang or a silent start (P5)', async () => {
  const base = await makeBase()
  const half = Math.ceil(wanted / 2)
  const outcomes = (
    await Promise.all(
      [
        { from: 0, until: half },
        { from: half, until: wanted },
      ].map((span, lane) => {
        const scratch = path.join(root, `lane-${lane}`)
        mkdirSync(scratch)
        return examine({ ...base, scratch, ...span })
      }),
    )
  ).flat()
  expect(outcomes.filter(({ outcome }) => outcome.state === 'bad')).toEqual([])
  expect(outcomes).toHaveLength(wanted)
  expect(new Set(outcomes.map(({ name }) => name))).toEqual(new Set(Object.keys(mutations)))
  const count = (state: Done['outcome']['state']) =>
    outcomes.filter(({ outcome }) => outcome.state === state).length
  // Mutations that nothing notices, or that nothing survives, would prove nothing.
  expect(count('told')).toBeGreaterThan(wanted / 4)
  expect(count('whole')).toBeGreaterThan(0)
  report(
    'P5',
    `${wanted} damaged stores of ${Object.keys(mutations).length} kinds: ${count('told')} told on opening and left as they were, ${count('whole')} whole, ${count('earlier')} at an earlier moment (the end of the log is gone), ${count('named')} named by the check of the whole store; 0 crashes, hangs or silent starts`,
  )
})
