import type { ImportProblem } from '#shared/contract/imports.ts'
import { problemKinds, type ProblemKind } from '#shared/domain/codes.ts'
import type { ReadRow, RowProblem } from './read-row.ts'

/** What the store knows. */
export type KnownFacts = {
  /** Those of the phones of a ledger that a customer of the store has. Asked once, for all of them. */
  readonly knownPhones: (phones: readonly string[]) => ReadonlySet<string>
  /** Asked once for each different value: the id of the consultant with that name; undefined for somebody who is none. */
  readonly findStaff: (name: string) => string | undefined
}

/** A row together with everything that is wrong with it and whose customer it becomes. */
export type CheckedRow = ReadRow & { readonly ownerId: string | null }

/** Names compare without blanks and in plain letters: `王 建国` is 王建国. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

const remember = <Value>(ask: (key: string) => Value): ((key: string) => Value) => {
  const answers = new Map<string, Value>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined || answers.has(key)) return known as Value
    const answer = ask(key)
    answers.set(key, answer)
    return answer
  }
}

/**
 * Adds to each row what can only be seen beside the other rows and the store: a phone repeated in the file
 * (every row after the first that has it), a phone already known, a consultant nobody knows.
 */
export const checkRows = (rows: readonly ReadRow[], facts: KnownFacts): CheckedRow[] => {
  const seen = new Set<string>()
  const phonesOf = ({ customer: { mobile, otherPhones } }: ReadRow) =>
    mobile === null ? [] : [mobile, ...otherPhones]
  const knownPhones = facts.knownPhones(rows.flatMap(phonesOf))
  const findStaff = remember((name: string) => facts.findStaff(name) ?? facts.findStaff(plainName(name)))
  return rows.map((read) => {
    const phones = phonesOf(read)
    const added: RowProblem[] = []
    const repeated = phones.find((phone) => seen.has(phone))
    if (repeated !== undefined) added.push({ kind: 'phone_repeated', field: 'mobile', value: repeated })
    const known = phones.find((phone) => knownPhones.has(phone))
    if (known !== undefined) added.push({ kind: 'phone_known', field: 'mobile', value: known })
    for (const phone of phones) seen.add(phone)
    const ownerId = read.ownerName === null ? undefined : findStaff(read.ownerName)
    if (ownerId === undefined)
      added.push({ kind: 'staff_unknown', field: 'owner', value: read.ownerName ?? '' })
    return {
      ...read,
      ownerId: ownerId ?? null,
      problems: added.length > 0 ? [...read.problems, ...added] : read.problems,
    }
  })
}

/** Every problem of a ledger with its row, in the order of the file. */
export const listProblems = (rows: readonly CheckedRow[]): ImportProblem[] =>
  rows.flatMap(({ row, customer, problems }) =>
    problems.map((problem) => ({ row, ...problem, customerName: customer.name })),
  )

/** In how many rows each kind of problem stands. */
export const countProblems = (rows: readonly CheckedRow[]): Record<ProblemKind, number> => {
  const counts = Object.fromEntries(problemKinds.map((kind) => [kind, 0])) as Record<ProblemKind, number>
  for (const { problems } of rows)
    for (const kind of new Set(problems.map((each) => each.kind))) counts[kind] += 1
  return counts
}

/** How much of the contact histories could be read (`historyLines` of the preview). */
export const countHistory = (rows: readonly ReadRow[]): { read: number; kept: number } => ({
  read: rows.reduce((sum, { followUps }) => sum + followUps.length, 0),
  kept: rows.reduce((sum, { keptHistory }) => sum + keptHistory.length, 0),
})
