import { open, rename, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import { ledgerFile as englishWords } from '#shared/text/en/ledger-file.ts'
import { ledgerFile as chineseWords } from '#shared/text/zh-CN/ledger-file.ts'
import { whyNotWritten } from '#main/platform/why-not-written.ts'
import type { RejectedRow } from './decide-rows.ts'
import { cellText, type Ledger } from './ledger.ts'
import type { LedgerLayout } from './lay-out-ledger.ts'

/** What goes back to the store: the rows that were not imported, out of which ledger, and where to put them. */
export type RejectsJob = {
  readonly ledger: Ledger
  readonly layout: LedgerLayout
  readonly rejected: readonly RejectedRow[]
  readonly locale: Locale
  /** Name of the source file, from which the new one gets its own. */
  readonly sourceName: string
  /** Where to write, the best place first: beside the source, else a folder of the application. */
  readonly folders: readonly [string, ...string[]]
}

const maxCopies = 1000
const fileWords = { 'zh-CN': chineseWords, en: englishWords } as const
/** `@` keeps a cell text when somebody edits it, so that `=1+1` or `+86…` never becomes a formula. */
const asText = { numFmt: '@' }

const sayReasons = ({ reasons }: RejectedRow, locale: Locale): string => {
  const { field, problemKind } = texts[locale].codes
  const { reason, reasonOfValue, between } = fileWords[locale]
  return reasons
    .map((each) =>
      (each.value === '' ? reason : reasonOfValue)
        .replace('{{field}}', () => field[each.field])
        .replace('{{problem}}', () => problemKind[each.kind])
        .replace('{{value}}', () => each.value),
    )
    .join(between)
}

/** The bytes of the workbook: row number, the columns of the source, the reasons. */
const makeWorkbook = async ({ ledger, layout, rejected, locale }: RejectsJob): Promise<Uint8Array> => {
  const words = fileWords[locale]
  const byRow = new Map(rejected.map((each) => [each.row, each]))
  const width = layout.columns.length
  const lines = ledger.rows.flatMap(({ row, cells }) => {
    const rejection = byRow.get(row)
    if (rejection === undefined) return []
    const source = Array.from({ length: width }, (_, column) => cellText(cells[column]))
    return [[String(row), ...source, sayReasons(rejection, locale)]]
  })
  const header = [words.row, ...layout.columns.map((column) => column.header), words.why]
  return writeXlsx({
    sheets: [
      {
        name: words.sheet,
        columns: header.map((_, column) => ({ width: column === width + 1 ? 48 : 16, style: asText })),
        rows: [header, ...lines],
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** Takes a name nobody has, `台账-未导入.xlsx`, `台账-未导入-2.xlsx` …, by making an empty file of it. */
const reserveName = async (folder: string, stem: string): Promise<string> => {
  for (let copy = 1; copy <= maxCopies; copy += 1) {
    const path = join(folder, `${stem}${copy === 1 ? '' : `-${copy}`}.xlsx`)
    try {
      await (await open(path, 'wx')).close()
      return path
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
  throw new Error(`no free name for ${stem}`)
}

const writeInto = async (folder: string, stem: string, bytes: Uint8Array): Promise<string> => {
  const path = await reserveName(folder, stem)
  const temporary = `${path}.part`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return path
  } catch (error) {
    await rm(temporary, { force: true })
    await rm(path, { force: true })
    throw error
  }
}

/**
 * Writes the rejected rows back as an .xlsx with the reason beside each, whole or not at all, and returns its
 * path; an existing file is never overwritten. When no folder can be written it refuses with FILE_REFUSED
 * disk_full, read_only or cannot_write, by the last of them.
 */
export const writeRejects = async (job: RejectsJob): Promise<string> => {
  const bytes = await makeWorkbook(job)
  const source = basename(job.sourceName)
  const stem = `${basename(source, extname(source))}-${fileWords[job.locale].suffix}`
  let last: unknown
  for (const folder of job.folders) {
    try {
      return await writeInto(folder, stem, bytes)
    } catch (error) {
      last = error
      // The next folder may do; that the source lies on a read-only disk is nobody's fault.
    }
  }
  return refuse('FILE_REFUSED', { reason: whyNotWritten(last) })
}
