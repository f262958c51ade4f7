import type { Scope } from '#shared/access/can.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { LookedUp, LookedUpInFull } from '#main/commands/privacy/person.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import type { Keeper } from './backups/keeper.ts'

/** What is known around a call that reads files before it begins. */
export interface PreparationFacts {
  readonly store: ReadableStore
  readonly today: BusinessDate
  readonly now: Instant
  readonly policy: Policy
  /** Over whose rows the call reaches; null where it needs no session. */
  readonly scope: Scope | null
  readonly locale: Locale
  /** Answers a query as whoever makes the call, within his reach: its value, or its refusal thrown. */
  readonly ask: (path: string, input: unknown) => unknown
  /** Tells how far the preparation has come. */
  readonly progress: (done: number, total: number) => void
  /** A folder of the application, where a file may be written when its proper place cannot. */
  readonly folder: string
  /** Who keeps the backups of the store. */
  readonly keeper: Keeper
  /** Overwrites what an erasure left, where no call waits for it; false where it has to be tried again. */
  readonly overwrite: () => Promise<boolean>
  /** S7 Looks for a person where no call waits for it: through the trail, and through everything. */
  readonly lookUp: (customerId: string) => Promise<LookedUp>
  readonly lookUpInFull: (customerId: string) => Promise<LookedUpInFull>
}

/**
 * What was read; `discard` takes back what was written for a call that then did not happen, `settle` finishes the files
 * of one that did.
 */
export interface Prepared {
  readonly value: unknown
  readonly discard?: () => Promise<void>
  readonly settle?: () => Promise<void>
}
type Preparation = (input: never, facts: PreparationFacts) => Promise<Prepared>

/**
 * Calls that need something from disk, or much time. Nothing may wait inside a transaction, so it is read before; the handler
 * finds it in `context.prepared`. Loaded when first asked for: reading ledgers is no part of a quick start.
 */
const preparations: Readonly<Record<string, () => Promise<Preparation>>> = {
  'audit.verify': async () => (await import('./verify/verify-preparation.ts')).prepareVerify,
  'imports.preview': async () => (await import('#main/commands/imports/import-preparation.ts')).prepareLedger,
  'dailyCheck.exportSheet': async () => (await import('#main/daily/export-sheet.ts')).prepareSheetExport,
  'penalties.exportMonth': async () =>
    (await import('#main/commands/penalties/penalties-export.ts')).prepareMonthExport,
  'exports.list': async () =>
    (await import('#main/commands/exports/exports-preparation.ts')).prepareListExport,
  'forms.export': async () => (await import('#main/commands/forms/forms-export.ts')).prepareFormExport,
  'leads.preview': async () => (await import('#main/commands/leads/lead-import-preparation.ts')).prepareLeads,
  'leads.import': async () =>
    (await import('#main/commands/leads/lead-import-preparation.ts')).prepareLeadImport,
  'imports.run': async () => (await import('#main/commands/imports/import-preparation.ts')).prepareImport,
  'policies.preview': async () =>
    (await import('#main/commands/policies/policies-preparation.ts')).preparePreview,
  'privacy.erase': async () => (await import('#main/commands/privacy/erase-preparation.ts')).prepareErasure,
  'privacy.previewErasure': async () =>
    (await import('#main/commands/privacy/erase-preparation.ts')).prepareErasurePreview,
  'privacy.copyData': async () => (await import('#main/commands/privacy/copy-data.ts')).prepareCopy,
  'recordings.attach': async () =>
    (await import('#main/commands/recordings/recording-preparation.ts')).prepareAttach,
  'recordings.match': async () =>
    (await import('#main/commands/recordings/recording-preparation.ts')).prepareMatch,
  'recordings.listen': async () =>
    (await import('#main/commands/recordings/recording-preparation.ts')).prepareListen,
  'recordings.setFolder': async () =>
    (await import('#main/commands/recordings/recording-preparation.ts')).prepareSetFolder,
  'backups.list': async () => (await import('./backups/preparations.ts')).prepareList,
  'backups.make': async () => (await import('./backups/preparations.ts')).prepareMake,
  'backups.check': async () => (await import('./backups/preparations.ts')).prepareCheck,
  'backups.preview': async () => (await import('./backups/preparations.ts')).preparePreview,
  'backups.setFolder': async () => (await import('./backups/preparations.ts')).prepareSetFolder,
  'recordings.scan': async () => (await import('#main/commands/recordings/recording-scan.ts')).prepareScan,
}

export const needsPreparation = (path: string): boolean => Object.hasOwn(preparations, path)

/** Prepares a call. Its input has been parsed by the declaration of the same path, which is the one cast here. */
export async function prepare(path: string, input: unknown, facts: PreparationFacts): Promise<Prepared> {
  const load = preparations[path]
  if (!load) throw new Error(`nothing to prepare for ${path}`)
  const preparation = await load()
  return preparation(input as never, facts)
}
