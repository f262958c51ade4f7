import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { growthOf } from '#main/application/bench/growth.ts'
import { runBench, type Measured } from '#main/application/bench/index.ts'
import { percentile, summarise } from '#main/application/bench/measure.ts'
import { layOut, runBenchLine } from '#main/cli/run-bench.ts'
import { migrationsFolder } from '#tests/support/training-store.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'

const small = { days: 40, runs: 8, importRows: 30 }

it('measures each figure beside a floor of its own', async () => {
  const { rows, syncP50 } = await runBench({
    ...small,
    customers: 60,
    migrationsFolder,
    notice: () => undefined,
  })
  expect(rows.map(({ name }) => name)).toEqual([
    'to-do list',
    'lookup by phone',
    'arrival, while typing',
    'likeness, while typing',
    'search, two characters',
    'search, initials',
    'search, end of a phone',
    'daily check, a team',
    'daily check, the store',
    'preview of a policy',
    'execute a follow-up',
    'publish a policy',
    'day roll',
    'import 30 rows',
    'preview a reassignment',
    'reassign 60 customers',
    'undo a reassignment',
  ])
  for (const { p50, p95, floorP50, ratio, size } of rows) {
    expect(floorP50).toBeGreaterThan(0)
    // The floor is part of what the product does; a disk that is busy for a moment may hold up either.
    expect(p50).toBeGreaterThan(floorP50 / 5)
    expect(p95).toBeGreaterThanOrEqual(p50)
    expect(ratio).toBeCloseTo(p50 / floorP50)
    expect(size).toMatch(/^60 customers, \d+ follow-ups$/)
  }
  expect(syncP50).toBeGreaterThan(0)
})

it('writes the figures as JSON where it is told to, keeps the stores it made, and refuses an option it does not know', async () => {
  const file = path.join(temporaryFolder(), 'bench.json')
  const words = Object.entries(small).flatMap(([name, value]) => [`--${name}`, String(value)])
  const keep = temporaryFolder()
  expect(await runBenchLine([...words, '--sizes', '20,60', '--keep', keep, '--json', file])).toBe(0)
  expect(readdirSync(keep).sort()).toEqual(['bench-20-40.db', 'bench-60-40.db'])
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Measured[]
  expect(Object.keys(rows[0] ?? {})).toEqual(
    expect.arrayContaining(['name', 'size', 'p50', 'p95', 'floorP50', 'ratio']),
  )
  expect(new Set(rows.map(({ size }) => size.split(' ')[0]))).toEqual(new Set(['20', '60']))
  expect(await runBenchLine(['--fast'])).toBe(1)
  expect(await runBenchLine(['--sizes', 'many'])).toBe(1)
})

it.each([
  [0.5, 6],
  [0.95, 10],
  [0, 1],
])('takes the value below which a share of %f lies', (share, value) => {
  expect(percentile([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], share)).toBe(value)
})

it.each([
  ['query', 3.4, true],
  ['query', 3.6, false],
  ['save', 5, true],
  ['save', 5.1, false],
  ['roll', 2000, true],
  ['roll', 2001, false],
  ['import', 5001, false],
] as const)('holds a %s of %f ms against a floor of 1 ms to F1 and F3: %s', (kind, took, within) => {
  expect(summarise({ name: '', size: '', kind }, [took], [1]).within).toBe(within)
})

it('lays the figures out under their heads', () => {
  const rows = [summarise({ name: 'to-do list', size: '60 customers', kind: 'query' }, [1.5], [0.5])]
  expect(layOut(rows, 0.05)).toBe(
    [
      '60 customers; one fdatasync 0.050 ms',
      '',
      'figure      p50 ms  p95 ms  floor p50  floor p95  ratio  F1, F3',
      'to-do list   1.500   1.500      0.500      0.500   3.00   holds',
    ].join('\n'),
  )
})

it.each([
  [1.5, true],
  [1.6, false],
])('holds a growth of %f to F4: %s', (factor, within) => {
  const at = (took: number) => [summarise({ name: 'to-do list', size: '', kind: 'query' }, [took], [1])]
  expect(growthOf([at(1), at(factor)])).toMatchObject([{ name: 'to-do list', factor, within }])
})
