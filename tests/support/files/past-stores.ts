import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** Filled stores of the past schemas, each written by the program of its day through its own seed and its own calls. */
const fixtures = path.resolve(import.meta.dirname, '../../fixtures/stores')

export interface PastStore {
  /** How many migrations it has seen. */
  readonly version: number
  readonly name: string
}

/** Every past store there is, the oldest first. */
export const pastStores: readonly PastStore[] = readdirSync(fixtures)
  .flatMap((name) => {
    const version = /^schema-(\d+)\.db\.br$/.exec(name)?.[1]
    return version ? [{ name, version: Number(version) }] : []
  })
  .sort((a, b) => a.version - b.version)

/** Puts a past store into a folder, and answers its file. */
export function unpackPastStore({ name }: PastStore, folder: string): string {
  const file = path.join(folder, 'store.db')
  writeFileSync(file, brotliDecompressSync(readFileSync(path.join(fixtures, name))))
  return file
}
