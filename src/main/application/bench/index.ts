import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { countRows } from '#main/store/read/verification.ts'
import { refuse } from '#shared/errors.ts'
import { seedStore } from '../seed/index.ts'
import { copyStore, prepareStore, sitDown, type Desk } from './desk.ts'
import { percentile, type Measured } from './measure.ts'
import { measurePublishing, previewFigure } from './policy.ts'
import { measureReassigning } from './reassign.ts'
import { measureQuery, queryFigures } from './queries.ts'
import { measureExecution, syncTimes } from './saves.ts'

export type { Measured } from './measure.ts'

export interface BenchOptions {
  readonly migrationsFolder: string
  /** A seeded store to measure on a copy of; without one it is made. */
  readonly store?: string | undefined
  readonly customers: number
  readonly days: number
  /** Samples of each figure. */
  readonly runs: number
  /** Told what goes on meanwhile. */
  readonly notice: (words: string) => void
}

export interface Bench {
  readonly rows: readonly Measured[]
  /** One fdatasync of a page where the stores lie, in milliseconds. */
  readonly syncP50: number
}

const until = asBusinessDate('2026-03-01')
const fewRuns = 20

const sizeOf = ({ application: { store } }: Desk): string =>
  `${countRows(store, 'customers')} customers, ${countRows(store, 'follow_ups')} follow-ups`

/**
 * Measures what people wait for, each figure beside its floor: the same SQL through the bare driver on the same file,
 * in the same run (PROMISES F5). Asserts nothing.
 */
export function runBench({ migrationsFolder, store, customers, days, runs, notice }: BenchOptions): Bench {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-bench-'))
  const copy = (name: string) => path.join(folder, `${name}.db`)
  try {
    const seeded = copy('seeded')
    if (store) {
      if (!existsSync(store)) refuse('FILE_REFUSED', { reason: 'not_found' })
      copyStore(store, seeded)
    } else {
      notice(`seeding ${customers} customers over ${days} days …`)
      seedStore({ file: seeded, migrationsFolder, customers, days, until, seed: 'bench', locale: 'zh-CN' })
    }
    // Once, so that every copy stands on the same day with the same work.
    prepareStore({ file: seeded, migrationsFolder })
    for (const name of ['queries', 'plain', 'traced', 'bare']) copyStore(seeded, copy(name))

    notice('measuring …')
    const plain = sitDown({ file: seeded, migrationsFolder })
    const traced = sitDown({ file: copy('queries'), migrationsFolder, traced: true })
    const size = sizeOf(plain)
    const { today } = plain.ask<{ today: BusinessDate }>(
      'store.status',
      undefined,
      plain.signedIn('director').token,
    )
    const figures = queryFigures(plain, today)
    const queries = figures.map((figure) => measureQuery({ plain, traced }, figure, { size, runs }))
    // It takes as long as hundreds of the others.
    const preview = measureQuery({ plain, traced }, previewFigure(plain), {
      size,
      runs: Math.min(runs, fewRuns),
    })
    plain.close()
    traced.close()
    const copies = { plain: copy('plain'), traced: copy('traced'), bare: copy('bare'), migrationsFolder }
    const execution = measureExecution(copies, { size, runs })
    const publishing = measurePublishing(copies, { size, today })
    const reassigning = measureReassigning({ seeded, copy, migrationsFolder }, { size, runs })
    const syncP50 = percentile(syncTimes(copy('sync'), runs), 0.5)
    return { rows: [...queries, preview, execution, publishing, ...reassigning], syncP50 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
