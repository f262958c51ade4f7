import { spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'
import { note } from './figures.ts'
import { morning, provideStore } from './store.ts'

const root = path.resolve(import.meta.dirname, '../..')
const binary = createRequire(import.meta.url)('electron') as unknown as string
const starts = 9

/** How long from the command to the line that says a window can be used, and what all processes then share of the memory, in MiB. */
async function start(
  application: string,
  line: string,
  { args = [], before = [], env = {} }: Partial<Record<'args' | 'before', string[]>> & { env?: object } = {},
) {
  const userData = mkdtempSync(path.join(tmpdir(), 'showroom-start-'))
  const began = performance.now()
  const child = spawn(
    binary,
    [
      `--user-data-dir=${userData}`,
      '--log-level=3',
      ...(process.env['NO_SANDBOX'] ? ['--no-sandbox'] : []),
      ...before,
      application,
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } },
  )
  const took = await new Promise<number>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(line)) resolve(performance.now() - began)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  const memory = memoryOf(child.pid ?? 0)
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await ended
  rmSync(userData, { recursive: true, force: true })
  return { took, memory }
}

/** Proportional set size of a process and all its children, in MiB; what they share is counted once. */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8')
      parents.set(Number(entry), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (each: number): boolean =>
    each === pid || (parents.has(each) && isOurs(parents.get(each) ?? 0))
  return [...parents.keys()].filter(isOurs).reduce((sum, each) => {
    try {
      const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1]
      return sum + Number(pss ?? 0) / 1024
    } catch {
      return sum
    }
  }, 0)
}

test('a cold start to a usable window, beside a bare window of Electron (F2)', async () => {
  const { file, folder, size } = provideStore()
  const bare = path.join(folder, 'bare')
  mkdirSync(bare)
  copyFileSync(path.join(import.meta.dirname, 'bare-window.mjs'), path.join(bare, 'main.mjs'))
  writeFileSync(path.join(bare, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.mjs' }))
  // On the morning after the history: eight months that nobody judged are no start.
  const clock = path.join(folder, 'clock')
  writeFileSync(clock, String(morning))
  const hook = path.join(root, 'tests/support/preloaded/set-clock.cjs')
  const ofProduct = { args: [`--store=${file}`], before: ['-r', hook], env: { SHOWROOM_TEST_CLOCK: clock } }
  const product = process.env['BENCH_APPLICATION'] ?? root
  const samples = { took: [] as number[], memory: [] as number[] }
  const floors = { took: [] as number[], memory: [] as number[] }
  // In turns, so that whatever else the machine does falls on both; the first of each warms the disk.
  for (let i = 0; i <= starts; i += 1) {
    const ours = await start(product, '[showroom] window usable', ofProduct)
    const floor = await start(bare, '[bare] window usable')
    if (i === 0) continue
    samples.took.push(ours.took)
    samples.memory.push(ours.memory)
    floors.took.push(floor.took)
    floors.memory.push(floor.memory)
  }
  note('start to a usable window', size, samples.took, floors.took)
  note('memory after the start, MiB', size, samples.memory, floors.memory)
  rmSync(folder, { recursive: true, force: true })
})
