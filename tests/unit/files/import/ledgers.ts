import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { checkRows, type CheckedRow, type KnownFacts } from '#main/files/import/find-problems.ts'
import { layOutLedger, type LedgerLayout } from '#main/files/import/lay-out-ledger.ts'
import type { Cell, Ledger } from '#main/files/import/ledger.ts'
import { readLedger } from '#main/files/import/read-ledger.ts'
import { readRow, type ReadingContext, type ReadRow } from '#main/files/import/read-row.ts'
import { readRows } from '#main/files/import/read-rows.ts'
import { readGrade, splitRemark } from '#shared/policy/remark-grade.ts'
import type { ImportField } from '#shared/contract/imports.ts'
import { Refusal } from '#shared/errors.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { benyue } from '#shared/policy/presets/benyue.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'

/** The day on which the sample ledgers are imported. */
export const today = asBusinessDate('2026-03-02')
/** The consultants of the sample ledgers; 已离职小刘 and 钱多多 are not among them. */
export const consultants = ['王建国', '李雪', '陈晓东', '周婷', '孙浩', '赵敏']

export const sample = (name: string): string =>
  path.resolve(import.meta.dirname, '../../../fixtures/ledgers', name)

/** A store that knows the consultants of the samples and no phone. */
export const emptyStore: KnownFacts = {
  knownPhones: () => new Set(),
  findStaff: (name) => (consultants.includes(name) ? `staff-${name}` : undefined),
}

export const contextOf = (policy: Policy = benyue, on = today): Omit<ReadingContext, 'mapping'> => ({
  today: on,
  readGrade: (text) => readGrade(text, policy),
  splitRemark: (text) => splitRemark(text, policy),
})

/** A whole ledger read, as the preview of an import does it. */
export const readAll = async (
  file: string,
  { facts = emptyStore, policy = benyue, on = today } = {},
): Promise<{ ledger: Ledger; layout: LedgerLayout; rows: CheckedRow[] }> => {
  const ledger = await readLedger(file)
  const layout = layOutLedger(ledger)
  return { ledger, layout, rows: checkRows(await readRows(layout, contextOf(policy, on)), facts) }
}

/** Reads one row given by field; what is not named is blank. */
export const readOne = (cells: Partial<Record<ImportField, Cell>>, policy?: Policy, on = today): ReadRow => {
  const fields = Object.keys(cells) as ImportField[]
  const mapping = Object.fromEntries(fields.map((field, column) => [field, column]))
  return readRow(
    { row: 2, cells: fields.map((field) => cells[field] ?? '') },
    { ...contextOf(policy, on), mapping },
  )
}

// Several test files may share this module, one after the other: the folder goes with their process.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledgers-'))
process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))

/** A file of the tests that read ledgers, in a folder of their own. */
export const scratch = (name: string): string => path.join(folder, name)

/** Writes a file into the scratch folder and returns its path. */
export const put = (name: string, content: string | Uint8Array): string => {
  const file = scratch(name)
  fs.writeFileSync(file, content)
  return file
}

type Value = string | number | null | boolean
/** Writes a workbook with the sheets given as rows of values. */
export const putXlsx = async (name: string, sheets: Record<string, Value[][]>): Promise<string> =>
  put(
    name,
    await writeXlsx({ sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows })) }),
  )

/** Why a file is refused; a failure that is no refusal is thrown on. */
export const refusalOf = async (
  reading: Promise<unknown>,
): Promise<{ reason: string; data?: unknown } | 'read'> => {
  try {
    await reading
    return 'read'
  } catch (error) {
    if (error instanceof Refusal && error.code === 'FILE_REFUSED') {
      return (error as Refusal<'FILE_REFUSED'>).data
    }
    throw error
  }
}

/** The issues of a refused input, as `field code`. */
export const issuesOf = (act: () => unknown): string[] => {
  try {
    act()
    return []
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'VALIDATION_FAILED') throw error
    return (error as Refusal<'VALIDATION_FAILED'>).data.issues.map(({ field, code }) => `${field} ${code}`)
  }
}
