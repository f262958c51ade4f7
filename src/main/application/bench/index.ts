import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { refuse } from '#shared/errors.ts'
import { countRows } from '#main/store/read/verification.ts'
import { seedStore } from '../seed/index.ts'
import { copyStore, prepareStore, sitDown, type Desk } from './desk.ts'
import { measureImport } from './import.ts'
import { percentile, type Measured } from './measure.ts'
import { measurePublishing, previewFigure } from './policy.ts'
import { measureQuery, queryFigures } from './queries.ts'
import { measureReassigning } from './reassign.ts'
import { measureRoll } from './roll.ts'
import { measureExecution, syncTimes } from './saves.ts'

export type { Measured } from './measure.ts'

export interface BenchOptions {
  readonly migrationsFolder: string
  /** A seeded store to measure on a copy of; without one it is made. */
  readonly store?: string | undefined
  /** Where a store that was made is kept for the next time. */
  readonly keep?: string | undefined
  readonly customers: number
  readonly days: number
  /** Samples of each figure. */
  readonly runs: number
  /** Rows of the ledger that is imported. */
  readonly importRows: number
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

/** Puts the store to be measured at `seeded`: a copy of the one that is named or kept, or a new one. */
function provideStore(options: BenchOptions, seeded: string): void {
  const { store, keep, customers, days, migrationsFolder, notice } = options
  const kept = keep && path.join(keep, `bench-${customers}-${days}.db`)
  const source = store ?? (kept && existsSync(kept) ? kept : undefined)
  if (source !== undefined) {
    if (!existsSync(source)) refuse('FILE_REFUSED', { reason: 'not_found' })
    return copyStore(source, seeded)
  }
  notice(`seeding ${customers} customers over ${days} days …`)
  seedStore({ file: seeded, migrationsFolder, customers, days, until, seed: 'bench', locale: 'zh-CN' })
  if (!keep || !kept) return
  mkdirSync(keep, { recursive: true })
  copyStore(seeded, `${kept}.new`)
  renameSync(`${kept}.new`, kept)
}

/**
 * Measures what people wait for, each figure beside its floor: the same SQL through the bare driver on the same file,
 * in the same run (PROMISES F5). Asserts nothing.
 */
export async function runBench(options: BenchOptions): Promise<Bench> {
  const { migrationsFolder, runs, importRows, notice } = options
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-bench-'))
  const copy = (name: string) => path.join(folder, `${name}.db`)
  try {
    const seeded = copy('seeded')
    provideStore(options, seeded)
    // Once, so that every copy stands on the same day with the same work.
    prepareStore({ file: seeded, migrationsFolder })
    const names = { plain: copy('plain'), traced: copy('traced'), bare: copy('bare') }
    /** The copies that the acts of one figure change: one for the product, one to listen to it, one for the floor. */
    const freshCopies = () => {
      for (const file of Object.values(names)) copyStore(seeded, file)
      return { ...names, migrationsFolder }
    }

    notice('measuring …')
    copyStore(seeded, copy('queries'))
    const plain = sitDown({ file: seeded, migrationsFolder })
    const traced = sitDown({ file: copy('queries'), migrationsFolder, traced: true })
    const size = sizeOf(plain)
    const { today, zone } = plain.ask<{ today: BusinessDate; zone: string }>(
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
    rmSync(copy('queries'))
    const copies = freshCopies()
    const execution = measureExecution(copies, { size, runs })
    const publishing = measurePublishing(copies, { size, today })
    const roll = measureRoll(freshCopies(), { size, today, zone })
    const imported = await measureImport(freshCopies(), {
      size,
      rows: importRows,
      ledger: path.join(folder, 'ledger.csv'),
    })
    for (const file of Object.values(names)) rmSync(file)
    const reassigning = measureReassigning({ seeded, copy, migrationsFolder }, { size, runs })
    const syncP50 = percentile(syncTimes(copy('sync'), runs), 0.5)
    return {
      rows: [...queries, preview, execution, publishing, roll, imported, ...reassigning],
      syncP50,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
