import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate/browser' // the one for Node declares a `require` of its own, which the bundle has already
import { blacken } from './log.ts'

/** One file of what is collected for support. */
export interface SupportFile {
  readonly name: string
  readonly kind: 'machine' | 'store' | 'log'
  readonly text: string
}

const logName = /^showroom\.log(\.\d)?$/

/** The logs as they leave the machine: blackened once more, because older lines were written by older versions. */
export function readLogs(folder: string): SupportFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => logName.test(name))
      .sort()
      .map((name) => ({
        name: `logs/${name}`,
        kind: 'log',
        text: blacken(readFileSync(path.join(folder, name), 'utf8')),
      }))
  } catch {
    return []
  }
}

/** Facts as a file that a person can read before he sends it. */
export const factsFile = (kind: 'machine' | 'store', facts: unknown): SupportFile => ({
  name: `${kind}.json`,
  kind,
  text: `${JSON.stringify(facts, null, 2)}\n`,
})

export const zipOf = (files: readonly SupportFile[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))))
