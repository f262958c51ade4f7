import { appendFileSync } from 'node:fs'
import { percentile, type Measured } from '#main/application/bench/measure.ts'

/** A figure of the windows, in the form of `npm run bench`: milliseconds, or MiB where its name says so. */
export type Figure = Pick<Measured, 'name' | 'size' | 'p50' | 'p95' | 'floorP50' | 'ratio'>

/** Notes a figure beside its floor, where it has one. */
export function note(name: string, size: string, samples: readonly number[], floors: readonly number[] = []) {
  const [p50, p95, floorP50] = [percentile(samples, 0.5), percentile(samples, 0.95), percentile(floors, 0.5)]
  const figure: Figure = { name, size, p50, p95, floorP50, ratio: p50 / floorP50 }
  const floor = floors.length > 0 ? `, floor ${floorP50.toFixed(1)}, ratio ${figure.ratio.toFixed(2)}` : ''
  console.log(`${name}: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}${floor} (${samples.length} samples)`)
  const file = process.env['BENCH_FIGURES']
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`)
}
