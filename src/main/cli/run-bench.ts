import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { growthOf, type Growth } from '#main/application/bench/growth.ts'
import { runBench, type Measured } from '#main/application/bench/index.ts'
import { toFailure } from '#main/application/failure.ts'
import { count, readWords, text } from './read-options.ts'
import { exitCode, migrationsFolder } from './shell.ts'

const longestHistory = 3650
const shortestHistory = 120
const customersADay = 27.4
/** A store ten times as large is one that is ten times as old: its days are as full, and its people have as much to do. */
const daysFor = (customers: number): number =>
  Math.min(longestHistory, Math.max(shortestHistory, Math.round(customers / customersADay)))

const size = count(1_000_000)
const options = z.strictObject({
  /** Measures this store alone. */
  store: text.optional(),
  /** Customers of each store that is made: `10000,100000`. */
  sizes: z
    .string()
    .transform((words): unknown[] => words.split(','))
    .pipe(z.array(size))
    .default([10_000, 100_000]),
  /** Days of each history; without it as many as keep the customers a day the same, whatever the size. */
  days: count(longestHistory).optional(),
  runs: count(100_000).default(300),
  importRows: count(1_000_000).default(100_000),
  /** A folder in which the stores that are made stay for the next time. */
  keep: text.optional(),
  json: text.optional(),
})

const inMs = (ms: number) => ms.toFixed(3)

/** Lines under each other, the first word to the left and the others to the right. */
function inColumns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  const draw = (line: readonly string[]) =>
    line
      .map((word, column) =>
        column === 0 ? word.padEnd(widths[column] ?? 0) : word.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return lines.map(draw).join('\n')
}

/** The figures of one store as a table for people. */
export function layOut(rows: readonly Measured[], syncP50: number): string {
  const head = ['figure', 'p50 ms', 'p95 ms', 'floor p50', 'floor p95', 'ratio', 'F1, F3']
  const lines = rows.map(({ name, p50, p95, floorP50, floorP95, ratio, within }) => [
    name,
    inMs(p50),
    inMs(p95),
    inMs(floorP50),
    inMs(floorP95),
    ratio.toFixed(2),
    within ? 'holds' : 'missed',
  ])
  const about = rows[0] ? `${rows[0].size}; ` : ''
  return [`${about}one fdatasync ${inMs(syncP50)} ms`, '', inColumns([head, ...lines])].join('\n')
}

/** How the figures grow with the store, as a table for people. */
export function layOutGrowth(rows: readonly Growth[]): string {
  const head = ['growth', 'from', 'to', 'factor', 'F4']
  return inColumns([
    head,
    ...rows.map(({ name, from, to, factor, within }) => [
      name,
      from,
      to,
      factor.toFixed(2),
      within ? 'holds' : 'missed',
    ]),
  ])
}

/** `npm run bench`: prints the figures, and writes them as JSON where `--json` says. */
export async function runBenchLine(words: readonly string[]): Promise<number> {
  try {
    const { json, store, sizes, keep, days, ...rest } = readWords(options, words)
    const notice = (said: string) => void process.stderr.write(`${said}\n`)
    const all: (readonly Measured[])[] = []
    for (const customers of store ? sizes.slice(0, 1) : sizes) {
      const { rows, syncP50 } = await runBench({
        ...rest,
        customers,
        days: days ?? daysFor(customers),
        store: store && path.resolve(store),
        keep: keep && path.resolve(keep),
        migrationsFolder,
        notice,
      })
      process.stdout.write(`${layOut(rows, syncP50)}\n\n`)
      all.push(rows)
    }
    const growth = growthOf(all)
    if (growth.length > 0) process.stdout.write(`${layOutGrowth(growth)}\n\n`)
    if (json) writeFileSync(json, `${JSON.stringify(all.flat(), null, 2)}\n`)
    return exitCode.done
  } catch (error) {
    const failure = toFailure(error, 'en', (incidentId, cause) =>
      console.error(`[incident ${incidentId}]`, cause),
    )
    process.stderr.write(`${failure.message}\n`)
    return exitCode.refused
  }
}
