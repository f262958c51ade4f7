import { checkPolicy } from '#shared/policy/check-policy.ts'
import { recomputeLedger } from '#main/daily/penalty-check.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findPenaltyEntry } from '#main/store/read/penalties.ts'
import { digestNow, listRedactions, walkAudit } from '#main/store/read/verification-chain.ts'
import {
  contradictions,
  eachPhone,
  eachSignedCheck,
  listBrokenReferences,
  listFaults,
  listFileDamage,
  listPolicies,
  type Contradiction,
} from '#main/store/read/verification.ts'
import { sheetDigest } from '#main/store/write/audit.ts'
import { reversePhone } from '#main/store/write/customers.ts'
import type { texts } from '#shared/text/index.ts'

export type ProblemCode = keyof (typeof texts)['en']['cli']['problems']

/** One thing that is wrong with a store: where, and what its wording needs. */
export interface Problem {
  readonly code: ProblemCode
  readonly table: string
  readonly id: string
  readonly data: Readonly<Record<string, string | number | null>>
}

/** What SQLite says of a row that the schema does not allow, in a file whose pages are sound. */
const brokenConstraint = /^(?:CHECK constraint failed in|NULL value in) (\w+)/

/** The file as SQLite sees it (P3): damaged pages, rows that may not be, and references to nothing. */
export function checkFile(store: ReadableStore): Problem[] {
  const damage = listFileDamage(store).map((detail): Problem => {
    const table = brokenConstraint.exec(detail)?.[1]
    return table
      ? { code: 'constraint_broken', table, id: '', data: { table } }
      : { code: 'file_damaged', table: '', id: '', data: { detail } }
  })
  const broken = listBrokenReferences(store).map(({ table, rowid, parent }): Problem => ({
    code: 'reference_broken',
    table,
    id: String(rowid ?? ''),
    data: { table, parent },
  }))
  return [...damage, ...broken]
}

/** S6 The chain of the audit trail: every entry that is not what was written, or is not where it was. */
export const checkAudit = (
  store: ReadableStore,
): { readonly entries: number; readonly problems: Problem[] } => {
  const { entries, broken } = walkAudit(store)
  return {
    entries,
    problems: broken.map(({ code, sequence, count = 0, other = 0 }) => ({
      code,
      table: 'audit_entries',
      id: String(sequence),
      data: { sequence, count, other },
    })),
  }
}

/** Every version of the policy can work. */
export const checkPolicies = (store: ReadableStore): Problem[] =>
  listPolicies(store).flatMap(({ version, document }) =>
    checkPolicy(document).map(({ field }): Problem => ({
      code: 'policy_invalid',
      table: 'policies',
      id: String(version),
      data: { version, field },
    })),
  )

/** Rows that contradict each other. */
export const checkContradictions = (store: ReadableStore): Problem[] =>
  (Object.keys(contradictions) as Contradiction[]).flatMap((code) =>
    listFaults(store, code).map(({ id, ...data }): Problem => ({
      code,
      table: contradictions[code].table,
      id,
      data,
    })),
  )

/** The tail of each phone is found through its digits backwards. */
export function checkPhones(store: ReadableStore): Problem[] {
  const problems: Problem[] = []
  for (const { phone, reversed } of eachPhone(store)) {
    if (reversePhone(phone) === reversed) continue
    problems.push({ code: 'phone_reversed_wrong', table: 'customer_phones', id: phone, data: { phone } })
  }
  return problems
}

/** Each entry of the ledger is what the records give. */
export const checkPenalties = (store: ReadableStore): Problem[] =>
  recomputeLedger(store).wrong.map(({ entryId: id, recomputed }) => ({
    code: 'penalty_differs',
    table: 'penalty_entries',
    id,
    data: { stored: findPenaltyEntry(store, id)?.amount ?? null, recomputed },
  }))

/** Each signed check is what was signed. */
export function checkSignatures(store: ReadableStore): Problem[] {
  const problems: Problem[] = []
  const redactions = listRedactions(store)
  for (const { on, signedBy, snapshot, digest } of eachSignedCheck(store)) {
    // S7 Whoever is erased is taken out of the sheet as well; the trail says what it is without him.
    const row = { table: 'signed_checks', id: `${on} ${signedBy}`, sequence: 0 }
    if (sheetDigest(snapshot) === digestNow(redactions, row, digest)) continue
    problems.push({ code: 'digest_wrong', table: 'signed_checks', id: `${on} ${signedBy}`, data: { on } })
  }
  return problems
}
