import { figures } from '#shared/domain/codes.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { AttentionLine, CheckLine, SignedCheck } from '#shared/contract/supervision.ts'
import { texts } from '#shared/text/index.ts'
import { fill, sayReason } from '#shared/text/say.ts'
import { businessDateAt, timeOfDayAt } from '#shared/time/instant.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BookColumn, BookSheet, Cell } from './write-book.ts'

/** A sheet as it is exported: signed, or as it is now. */
export interface SheetToExport extends Pick<
  SignedCheck,
  'on' | 'policyVersion' | 'consultants' | 'store' | 'lossesWaiting' | 'violationsRaised'
> {
  readonly storeName: string
  readonly zone: string
  readonly signature: Pick<SignedCheck, 'signedAt' | 'signedBy' | 'digest' | 'note' | 'trailCode'> | null
  readonly lines: readonly CheckLine[]
  readonly attention: readonly AttentionLine[]
}

const text = (header: string, width = 12): BookColumn => ({ header, width, as: 'text' })
const count = (header: string): BookColumn => ({ header, width: 10, as: 'count' })
const asPercent = (rate: number | null): Cell => (rate === null ? null : Math.round(rate * 100))

/** 每日检查表 as a workbook: 概况, 数字, 明细, 关注. */
export function dailyCheckBook(sheet: SheetToExport, locale: Locale): BookSheet[] {
  const { dailyCheck: words, codes } = texts[locale]
  const { book, field } = words
  const why = (reasons: readonly Reason[]) =>
    reasons.map((each) => sayReason(each, locale)).join(book.between)
  return [
    {
      name: book.overview,
      columns: [text(book.what, 22), text(book.value, 60)],
      rows: overview(sheet, locale),
    },
    {
      name: book.figures,
      columns: [
        text(words.consultant, 14),
        ...figures.map((figure) => count(codes.figure[figure])),
        count(book.percent),
      ],
      rows: [...sheet.consultants, { ...sheet.store, name: words.total }].map((row) => [
        row.name,
        ...figures.map((figure) => row.figures[figure]),
        asPercent(row.effectiveRate),
      ]),
    },
    {
      name: book.lines,
      columns: [
        text(book.figure, 14),
        text(words.consultant, 14),
        text(field.customer, 14),
        text(field.grade, 8),
        text(field.model, 16),
        text(field.on),
        text(field.limit),
        text(field.expected),
        text(field.lastContact),
        text(field.content, 40),
        text(field.reasons, 60),
      ],
      rows: sheet.lines.map((line) => [
        codes.figure[line.figure],
        line.staffName,
        line.customerName ?? words.noCustomer,
        line.grade,
        line.model,
        line.on,
        line.limit,
        line.expectedPurchaseDate,
        line.lastContactOn,
        line.lastContent,
        why(line.reasons),
      ]),
    },
    {
      name: book.attention,
      columns: [
        text(book.kind, 16),
        text(words.consultant, 14),
        text(field.customer, 14),
        text(field.on),
        text(field.reasons, 80),
      ],
      rows: sheet.attention.map((line) => [
        codes.attention[line.kind],
        line.staffName,
        line.customerName,
        line.on,
        why(line.reasons),
      ]),
    },
  ]
}

function overview(sheet: SheetToExport, locale: Locale): Cell[][] {
  const { dailyCheck: words } = texts[locale]
  const { book } = words
  const { signature, zone } = sheet
  const version = fill(words.sheetPolicyVersion, { version: sheet.policyVersion })
  const signed: Cell[][] = signature
    ? [
        [book.signer, signature.signedBy.name],
        [
          book.signedAt,
          `${businessDateAt(signature.signedAt, zone)} ${timeOfDayAt(signature.signedAt, zone)}`,
        ],
        [words.note, signature.note],
        [words.digest, signature.digest],
        ...(signature.trailCode ? [[words.trailCode, signature.trailCode]] : []),
      ]
    : [[book.signer, book.unsigned]]
  return [
    [book.store, sheet.storeName],
    [words.date, sheet.on],
    ...signed,
    [words.sheetPolicy, version],
    [words.lossesWaiting, String(sheet.lossesWaiting)],
    [words.violationsRaised, String(sheet.violationsRaised)],
    [book.lines, String(sheet.lines.length)],
    [book.attention, String(sheet.attention.length)],
  ]
}
