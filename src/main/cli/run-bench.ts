import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { toFailure } from '#main/application/failure.ts'
import { runBench, type Measured } from '#main/application/bench/index.ts'
import { count, readWords, text } from './read-options.ts'
import { exitCode, migrationsFolder } from './shell.ts'

const options = z.strictObject({
  store: text.optional(),
  customers: count(1_000_000).default(2000),
  days: count(3650).default(120),
  runs: count(100_000).default(300),
  json: text.optional(),
})

const inMs = (ms: number) => ms.toFixed(3)

/** The figures as a table for people. */
export function layOut(rows: readonly Measured[], syncP50: number): string {
  const head = ['figure', 'p50 ms', 'p95 ms', 'floor p50', 'floor p95', 'ratio', 'F1']
  const lines = rows.map(({ name, p50, p95, floorP50, floorP95, ratio, within }) => [
    name,
    inMs(p50),
    inMs(p95),
    inMs(floorP50),
    inMs(floorP95),
    ratio.toFixed(2),
    within ? 'holds' : 'missed',
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  )
  const draw = (line: readonly string[]) =>
    line
      .map((word, column) =>
        column === 0 ? word.padEnd(widths[column] ?? 0) : word.padStart(widths[column] ?? 0),
      )
      .join('  ')
  const size = rows[0] ? `${rows[0].size}; ` : ''
  return [`${size}one fdatasync ${inMs(syncP50)} ms`, '', draw(head), ...lines.map(draw)].join('\n')
}

/** `npm run bench`: prints the figures, and writes them as JSON where `--json` says. */
export function runBenchLine(words: readonly string[]): number {
  try {
    const { json, store, ...rest } = readWords(options, words)
    const notice = (said: string) => void process.stderr.write(`${said}\n`)
    const { rows, syncP50 } = runBench({
      ...rest,
      store: store && path.resolve(store),
      migrationsFolder,
      notice,
    })
    process.stdout.write(`${layOut(rows, syncP50)}\n`)
    if (json) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
    return exitCode.done
  } catch (error) {
    const failure = toFailure(error, 'en', (incidentId, cause) =>
      console.error(`[incident ${incidentId}]`, cause),
    )
    process.stderr.write(`${failure.message}\n`)
    return exitCode.refused
  }
}
