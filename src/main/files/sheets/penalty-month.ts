import type { Locale } from '#shared/contract/setup.ts'
import type { Output } from '#shared/contract/index.ts'
import { texts } from '#shared/text/index.ts'
import { sayReason } from '#shared/text/say.ts'
import type { BookColumn, BookSheet, Cell } from './write-book.ts'

type MonthSheet = Output<'penalties', 'monthSheet'>
type Totals = MonthSheet['totals']

const totalCells = (totals: Totals): Cell[] => [
  totals.money,
  totals.managerShares,
  totals.capTaken,
  totals.points,
  totals.reports,
  totals.suspensions,
]

const text = (header: string, width = 12): BookColumn => ({ header, width, as: 'text' })
const count = (header: string): BookColumn => ({ header, width: 8, as: 'count' })
const yuan = (header: string): BookColumn => ({ header, width: 14, as: 'yuan' })

/** 考核月表 as a workbook: a line a person and the store, then every entry with the reasons in words. */
export function penaltyMonthBook({ people, totals }: MonthSheet, locale: Locale): BookSheet[] {
  const { penalties: words, codes } = texts[locale]
  const { column } = words
  const roleWords: Readonly<Record<string, string>> = codes.role
  return [
    {
      name: words.sheetOfPeople,
      columns: [
        text(column.person, 14),
        text(column.role),
        yuan(column.money),
        yuan(column.ofWhichShares),
        yuan(column.capTaken),
        count(column.points),
        count(column.reports),
        count(column.suspensions),
      ],
      rows: [
        ...people.map((person) => [
          person.name,
          roleWords[person.role] ?? person.role,
          ...totalCells(person.totals),
        ]),
        [words.wholeStore, '', ...totalCells(totals)],
      ],
    },
    {
      name: words.sheetOfEntries,
      columns: [
        text(column.person, 14),
        text(column.on),
        text(column.part),
        text(column.ofPerson, 14),
        text(column.ladder),
        text(column.label, 14),
        count(column.occasion),
        count(column.items),
        yuan(column.perItem),
        yuan(column.capTaken),
        yuan(column.money),
        count(column.points),
        text(column.consequences, 22),
        text(column.enteredOn),
        text(column.enteredBy, 14),
        text(column.why, 60),
      ],
      rows: people.flatMap(({ entries }) =>
        entries.map((entry) => [
          entry.staffName,
          entry.on,
          codes.penaltyPart[entry.part],
          entry.staffId === entry.ofStaffId ? '' : entry.ofStaffName,
          codes.ladder[entry.ladder],
          locale === 'en' ? entry.label.en : entry.label.zh,
          entry.occasion,
          entry.items,
          entry.unit === 'money' ? entry.perItem : null,
          entry.unit === 'money' ? entry.capTaken : null,
          entry.unit === 'money' ? entry.amount : null,
          entry.unit === 'points' ? entry.amount : null,
          entry.consequences.map((each) => codes.consequence[each]).join(words.between),
          entry.enteredOn,
          entry.enteredBy,
          entry.reasons.map((each) => sayReason(each, locale)).join(words.between),
        ]),
      ),
    },
  ]
}
