import { rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Input } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse } from '#shared/errors.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { decideRows, type DecidedRows } from '#main/files/import/decide-rows.ts'
import { checkRows, type CheckedRow, type KnownFacts } from '#main/files/import/find-problems.ts'
import { mappingFromProfile } from '#main/files/import/header-names.ts'
import { layOutLedger, requireMappedPerson, type LedgerLayout } from '#main/files/import/lay-out-ledger.ts'
import type { Ledger } from '#main/files/import/ledger.ts'
import { readLedger } from '#main/files/import/read-ledger.ts'
import { readRows } from '#main/files/import/read-rows.ts'
import { writeRejects } from '#main/files/import/write-rejects.ts'
import { readGrade, splitRemark } from '#shared/policy/remark-grade.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listImportProfiles, takenPhones } from '#main/store/read/imports.ts'
import { listStaff } from '#main/store/read/staff.ts'

/** Around the call; see `application/prepare.ts`. */
interface Facts {
  readonly store: ReadableStore
  readonly today: BusinessDate
  readonly policy: Policy
  readonly locale: Locale
  readonly folder: string
}

/** A ledger read and checked against the store, before any transaction. */
export interface PreparedLedger {
  readonly ledger: Ledger
  readonly layout: LedgerLayout
  readonly headers: readonly string[]
  readonly profile: string | null
  readonly rows: readonly CheckedRow[]
}
export interface PreparedImport extends PreparedLedger {
  readonly decided: DecidedRows
  readonly rejectedPath: string | null
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s+/g, '')

/** Active consultants by id, and by name where only one has it. */
function consultantsByName(store: ReadableStore): (nameOrId: string) => string | undefined {
  const ids = new Map<string, string | undefined>()
  for (const { staffId, name, role, status } of listStaff(store)) {
    if (role !== 'consultant' || status !== 'active') continue
    ids.set(staffId, staffId)
    const plain = plainName(name)
    ids.set(plain, ids.has(plain) ? undefined : staffId)
  }
  return (nameOrId) => ids.get(nameOrId) ?? ids.get(plainName(nameOrId))
}

export const knownFacts = (store: ReadableStore): KnownFacts => ({
  // Whoever was here and waits for his card is somebody's already: he gets it there.
  knownPhones: (phones) => takenPhones(store, phones),
  findStaff: consultantsByName(store),
})

async function read(
  input: Input<'imports', 'preview'>,
  { store, today, policy }: Facts,
): Promise<PreparedLedger> {
  const ledger = await readLedger(input.path, { sheet: input.sheet ?? null })
  const first = layOutLedger(ledger, { headerRow: input.headerRow ?? null, mapping: input.mapping ?? null })
  const headers = first.columns.map(({ header }) => header)
  const profile = input.mapping
    ? undefined
    : listImportProfiles(store).find(({ name }) => name === input.profile)
  const layout = profile
    ? layOutLedger(ledger, { headerRow: first.headerRow, mapping: mappingFromProfile(profile, headers) })
    : first
  // A file without a single row of data is no ledger; where somebody chose the header row, he may have chosen wrong.
  if (layout.rows.length === 0 && !input.headerRow) refuse('FILE_REFUSED', { reason: 'empty' })
  const rows = await readRows(layout, {
    today,
    readGrade: (text) => readGrade(text, policy),
    splitRemark: (text) => splitRemark(text, policy),
  })
  return { ledger, layout, headers, profile: profile?.name ?? null, rows: checkRows(rows, knownFacts(store)) }
}

/** Reads a ledger for its preview. Refuses with FILE_REFUSED or VALIDATION_FAILED for a mapping that does not fit. */
export const prepareLedger = async (
  input: Input<'imports', 'preview'>,
  facts: Facts,
): Promise<{ readonly value: PreparedLedger }> => ({
  value: await read(input, facts),
})

/** Reads a ledger, settles its rows, and writes the rejected ones back; the file goes again if the import then fails. */
export async function prepareImport(
  input: Input<'imports', 'run'>,
  facts: Facts,
): Promise<{ readonly value: PreparedImport; readonly discard: () => Promise<void> }> {
  const prepared = await read(input, facts)
  const { layout, ledger } = prepared
  requireMappedPerson(layout.mapping)
  const decided = decideRows(prepared.rows, input.decisions ?? {}, {
    today: facts.today,
    grades: facts.policy.grades.map(({ code }) => code),
    findStaff: knownFacts(facts.store).findStaff,
  })
  const rejectedPath =
    decided.rejected.length > 0
      ? await writeRejects({
          ledger,
          layout,
          rejected: decided.rejected,
          locale: facts.locale,
          sourceName: basename(input.path),
          folders: [dirname(input.path), facts.folder],
        })
      : null
  return {
    value: { ...prepared, decided, rejectedPath },
    discard: async () => {
      if (rejectedPath) await rm(rejectedPath, { force: true })
    },
  }
}
