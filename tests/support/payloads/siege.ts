import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, onTestFinished } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import { makePopulation, type Population } from './population.ts'
import { watchWrites } from './witness.ts'

/** What nobody caught, in each test of the file that asks for it. */
export function watchRejections(): readonly unknown[] {
  const rejections: unknown[] = []
  const note = (error: unknown) => void rejections.push(error)
  beforeEach(() => {
    process.on('unhandledRejection', note)
    process.on('uncaughtException', note)
  })
  afterEach(() => {
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  })
  return rejections
}

/** A store that is full of people, and a folder to work in, where a path that is none leads and nowhere else; both go with the test. */
export function makeGround() {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-payloads-'))
  mkdirSync(path.join(folder, 'recordings'))
  const before = process.cwd()
  process.chdir(folder)
  const population = makePopulation()
  onTestFinished(() => {
    process.chdir(before)
    rmSync(folder, { recursive: true, force: true })
    rmSync(path.dirname(population.file), { recursive: true, force: true })
  })
  return { folder, population }
}

/** An application over a fresh copy of the store, what went wrong in it, and who watches what it writes. */
export function besiege(population: Population, file: string, now = () => population.now) {
  copyFileSync(population.file, file)
  const incidents: unknown[] = []
  const application = openApplication({
    file,
    migrationsFolder,
    clock: { now },
    log: (_incident, error) => void incidents.push(error),
  })
  return { application, incidents, witness: watchWrites(application.store) }
}

/** `ok 12,000, FORBIDDEN 800`: how often each, the most frequent first. */
export const tell = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort((a, b) => b[1] - a[1]).map(([code, n]) => `${code} ${n.toLocaleString('en')}`)
