import { readFileSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '#shared/errors.ts'
import { systemClock } from '#main/platform/clock.ts'
import { applyMigrations } from './apply-migrations.ts'
import { backupFolderOf, describeStore, makeBackup } from './backup.ts'
import { compareBeforeMigration } from './content-before-migration.ts'
import { sqliteOf, type ReadableStore } from './handle.ts'
import { findBackups } from './manifest.ts'
import { schemaVersion } from './schema-version.ts'
import type { Owner } from './owner-lock.ts'
import type { Counted } from './read/content-sums.ts'
import { findPageDamage } from './page-damage.ts'

export interface OpenOptions {
  /** Where the migrations lie: `drizzle/` of the project or of the packaged application. */
  readonly migrationsFolder: string
  /** Makes a new file; refuses when there is one already. Otherwise the file must exist. */
  readonly create?: boolean
  /** Runs SQLite's quick check first: seconds on a big file, so only where nobody waits for the first answer. */
  readonly check?: boolean
  /** The right to the file where the opener has it already: he keeps it when opening fails (P7). */
  readonly owner?: Owner
  /** False where the file is itself a copy of a backup, which needs none before it is migrated. */
  readonly backup?: boolean
  /** Told how far the content is counted that is compared before a migration (S6). */
  readonly counted?: Counted | undefined
  /** Told in one line what was set right meanwhile, for the log. */
  readonly note?: ((text: string) => void) | undefined
}

/** How many migrations this program knows. */
export function knownSchemaVersion(migrationsFolder: string): number {
  const journal: unknown = JSON.parse(
    readFileSync(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8'),
  )
  return (journal as { entries: unknown[] }).entries.length
}

/** Refuses a file of a newer program with STORE_FROM_FUTURE, and what is no store with STORE_DAMAGED; it only reads. */
export function demandKnownVersion(store: ReadableStore, { migrationsFolder }: OpenOptions): void {
  const version = schemaVersion(store)
  const known = knownSchemaVersion(migrationsFolder)
  if (version > known) refuse('STORE_FROM_FUTURE', { schemaVersion: version, known })
  if (version === 0) refuse('STORE_DAMAGED', { detail: 'this file is not a store' })
}

/**
 * Brings a file to the present schema (P3). Before any change it is checked and backed up (P4); foreign keys are off while
 * tables are rebuilt, because within the transaction of the migrations switching them off does nothing and a rebuild
 * would delete children by cascade. What does not come out sound is as it was before, see `apply-migrations.ts`.
 */
export function migrateStore(store: ReadableStore, file: string, options: OpenOptions): void {
  const sqlite = sqliteOf(store)
  const version = schemaVersion(store)
  const known = knownSchemaVersion(options.migrationsFolder)
  const pending = version < known
  if ((pending && version > 0) || options.check) quickCheck(store)
  if (pending) {
    if (version > 0) {
      // What was broken before must be told before: once migrated, nobody would ask again.
      checkReferences(store)
      if (options.backup !== false && !isBackedUp(store, file, version))
        makeBackup(store, { file, reason: 'before_migration', now: systemClock.now() })
    }
    if (version > 0) compareBeforeMigration(store, version, options.counted)
    sqlite.pragma('foreign_keys = OFF')
    applyMigrations(store, options.migrationsFolder, known)
  }
  sqlite.pragma('foreign_keys = ON')
}

/** SQLite's quick check of the file; refuses with STORE_DAMAGED and what it says. */
export function quickCheck(store: ReadableStore): void {
  const damage = findPageDamage(store)
  if (damage !== undefined) refuse('STORE_DAMAGED', { detail: damage })
}

/** Refuses with STORE_DAMAGED where rows refer to others that are not there. */
function checkReferences(store: ReadableStore): void {
  const broken = sqliteOf(store).pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    refuse('STORE_DAMAGED', { detail: `${broken.length} rows refer to nothing before the migration` })
}

/** Whether a start that failed before has left a good backup of this very store: each new one would be another. */
function isBackedUp(store: ReadableStore, file: string, version: number): boolean {
  const head = describeStore(store).auditHead
  return findBackups(backupFolderOf(file), path.basename(file)).some(
    ({ size, manifest }) =>
      manifest?.reason === 'before_migration' &&
      manifest.problem === null &&
      manifest.size === size &&
      manifest.schemaVersion === version &&
      head !== null &&
      manifest.auditHead?.hash === head.hash,
  )
}
