import type { Input } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { CheckLine, SignedCheck } from '#shared/contract/supervision.ts'
import { figures } from '#shared/domain/codes.ts'
import { dailyCheckBook, type SheetToExport } from '#main/files/sheets/daily-check.ts'
import type { PendingFile } from '#main/files/pending-file.ts'
import { writeBook } from '#main/files/sheets/write-book.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { getStore } from '#main/store/read/store.ts'

export interface PreparedSheet {
  /** Lines in the file, those of the figures and those of attention. */
  readonly rows: number
}

interface Facts {
  readonly store: ReadableStore
  readonly locale: Locale
  readonly ask: (path: string, input: unknown) => unknown
}

// What a query answers has passed its declaration; these name the parts of it that are written down.
interface LinesPage {
  readonly rows: CheckLine[]
  readonly nextCursor: string | null
}
type PresentCheck = Omit<SheetToExport, 'storeName' | 'zone' | 'signature' | 'lines'>

/** As many lines as one page of a list may have. */
const pageSize = 500

/** All lines of a date within the asker's reach, figure by figure as they stand on the sheet. */
function allLines({ ask }: Facts, on: string): CheckLine[] {
  return figures.flatMap((figure) => {
    const lines: CheckLine[] = []
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page = ask('dailyCheck.lines', { on, figure, cursor, limit: pageSize }) as LinesPage
      lines.push(...page.rows)
      cursor = page.nextCursor
    }
    return lines
  })
}

/** The sheet that is asked for, signed or as it is now, as the asker may see it. */
function readSheet(input: Input<'dailyCheck', 'exportSheet'>, facts: Facts): SheetToExport {
  const { on, signedBy } = input
  const { name: storeName, zone } = getStore(facts.store)
  if (input.sheet === 'signed') {
    const signed = facts.ask('dailyCheck.signed', { on, signedBy }) as SignedCheck
    return { ...signed, zone, signature: signed }
  }
  const check = facts.ask('dailyCheck.get', { on }) as PresentCheck
  return { ...check, storeName, zone, signature: null, lines: allLines(facts, on) }
}

/** Writes the sheet as a workbook before its act begins. */
export async function prepareSheetExport(
  input: Input<'dailyCheck', 'exportSheet'>,
  facts: Facts,
): Promise<{ readonly value: PreparedSheet } & PendingFile> {
  const sheet = readSheet(input, facts)
  const file = await writeBook(input.path, dailyCheckBook(sheet, facts.locale))
  return { value: { rows: sheet.lines.length + sheet.attention.length }, ...file }
}
