import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { storeHolder, type StoreHolder } from '#shared/contract/setup.ts'
import { refuse } from '#shared/errors.ts'
import { realPathOf } from '#main/platform/file-system.ts'
import { thisProcess } from '#main/platform/process-facts.ts'

/** The right to write a store file, which one process has at a time, and within it one opener (P7). */
export interface Owner {
  readonly release: () => void
}

const lockOf = (file: string) => `${file}.owner`
const holderOf = (file: string) => `${file}.owner.json`

/**
 * Takes a store file for this process: an exclusive transaction on a small file of its own, which the system ends with
 * the process, however that ends. The file stays when it is released: taking it away would let two have it.
 * Refuses with STORE_BUSY and who has it.
 */
export function takeOwnership(file: string): Owner {
  const real = realPathOf(file)
  const lock = takeLock(lockOf(real))
  try {
    writeFileSync(holderOf(real), JSON.stringify(thisProcess()))
  } catch {
    // Without it the next one is only told less.
  }
  let released = false
  return {
    release: () => {
      if (released) return
      released = true
      rmSync(holderOf(real), { force: true })
      lock?.close()
    },
  }

  function takeLock(path: string): Database.Database | undefined {
    let made: Database.Database | undefined
    try {
      made = new Database(path, { timeout: 0 })
      made.pragma('locking_mode = EXCLUSIVE')
      // Nothing is ever written to it: no disk is to be waited for.
      made.pragma('synchronous = OFF')
      made.pragma('journal_mode = MEMORY')
      made.exec('begin exclusive')
      return made
    } catch (error) {
      made?.close()
      if (!(error instanceof Database.SqliteError)) throw error
      if (error.code.startsWith('SQLITE_BUSY')) {
        const who = readHolder(real)
        return refuse('STORE_BUSY', who ? { who } : {})
      }
      // Where no file can be made beside the store, nobody can write the store either.
      return undefined
    }
  }
}

/** Who has a store open, as he wrote it himself; undefined where it cannot be read. */
function readHolder(real: string): StoreHolder | undefined {
  try {
    return storeHolder.parse(JSON.parse(readFileSync(holderOf(real), 'utf8')))
  } catch {
    return undefined
  }
}
