import type { ColumnMapping, ImportField } from '#shared/contract/imports.ts'
import type { CustomerType, Gender, ProblemKind, PurchaseType, Source } from '#shared/domain/codes.ts'
import { daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import { cellText, type Cell, type LedgerRow } from './ledger.ts'
import { earliestFrom, latestUpTo, nearestTo, readDate, type ReadDate } from './read-date.ts'
import { readHistory, type LedgerFollowUp } from './read-history.ts'
import { readPhones } from './read-phones.ts'
import { readCustomerType, readGender, readPurchaseType, readSource } from './read-words.ts'

/** Something wrong with one cell of a row. */
export type RowProblem = { readonly kind: ProblemKind; readonly field: ImportField; readonly value: string }

/** Words of the ledger that no field can hold, kept so that nothing it said is lost. */
export type KeptWords = { readonly field: ImportField; readonly text: string }

/** One customer of a ledger, read as far as the row alone allows. Null: the ledger does not say. */
export type ReadRow = {
  readonly row: number
  readonly customer: {
    readonly name: string | null
    /** The first phone, normalised. */
    readonly mobile: string | null
    readonly otherPhones: readonly string[]
    readonly gender: Gender
    readonly customerType: CustomerType
    readonly birthday: BusinessDate | null
    readonly source: Source | null
  } & Readonly<Record<CustomerText, string | null>>
  readonly opportunity: {
    /** From its column, else from the letter the remark starts with; null is to follow from the date. */
    readonly grade: string | null
    readonly expectedPurchaseDate: BusinessDate | null
    readonly purchaseType: PurchaseType | null
    /** Without its grade letter. */
    readonly remark: string
  } & Readonly<Record<OpportunityText, string | null>>
  /** When the ledger opened the customer, never after today; else the first contact it tells of. */
  readonly openedOn: BusinessDate | null
  readonly ownerName: string | null
  readonly followUps: readonly LedgerFollowUp[]
  readonly keptHistory: readonly string[]
  readonly keptWords: readonly KeptWords[]
  readonly problems: readonly RowProblem[]
}

type CustomerText =
  | 'area'
  | 'wechat'
  | 'email'
  | 'address'
  | 'company'
  | 'occupation'
  | 'plate'
  | 'currentCar'
type OpportunityText = 'model' | 'competitor' | 'budget' | 'payment' | 'use'

/** What reading a row depends on: how columns are meant, today, and what the policy takes for a grade. */
export type ReadingContext = {
  readonly mapping: ColumnMapping
  readonly today: BusinessDate
  /** R-3.7 `readGrade` and `splitRemark` of the rules, bound to the policy in force. */
  readonly readGrade: (text: string) => string | undefined
  readonly splitRemark: (text: string) => { readonly grade: string | undefined; readonly remark: string }
}

/** Longest texts that the forms take (contract/pieces.ts); what is longer is cut there and kept whole. */
const longest: Readonly<Record<CustomerText | OpportunityText | 'name', number>> = {
  name: 100,
  area: 100,
  wechat: 60,
  email: 120,
  address: 200,
  company: 120,
  occupation: 60,
  plate: 20,
  currentCar: 80,
  model: 80,
  competitor: 80,
  budget: 60,
  payment: 60,
  use: 60,
}

const noName = /^(?:[-—–/\\.?？]+|无|空|未留|不详|未知|n\/?a|null|none)$/i
const noGrade = /^(?:[-—–/\\.]+|无|空|未定|待定|未评级|未分级|n\/?a|null|none)$/i
/** `H(7天)`, `H类客户`, `意向H`: the letter is what counts. */
const aroundGrade = /[([（【].*$|^(?:意向|等级|级别)[:：]?|(?:级客户|类客户|类)$/gu
/** No grade cell is longer. */
const longestGrade = 40

/** A date further off than this is a slip of the pen: 2206, 1926. */
const plausibleDays = 20 * 366

const isPlausible = (on: BusinessDate, today: BusinessDate) =>
  Math.abs(daysBetween(today, on)) <= plausibleDays

/** An opening without a year is the last such day up to today. */
const openingDate = (read: ReadDate, today: BusinessDate): BusinessDate | undefined => {
  if (read.kind === 'date') return isPlausible(read.on, today) ? read.on : undefined
  return read.kind === 'no_year' ? latestUpTo(read.month, read.day, today) : undefined
}

/** An expected purchase date without a year is the first such day from the opening on; else the nearest to today. */
const expectedDate = (
  read: ReadDate,
  openedOn: BusinessDate | undefined,
  today: BusinessDate,
): BusinessDate | undefined => {
  if (read.kind === 'date') return isPlausible(read.on, today) ? read.on : undefined
  if (read.kind !== 'no_year') return undefined
  const { month, day } = read
  return openedOn === undefined ? nearestTo(month, day, today) : earliestFrom(month, day, openedOn)
}

/** Reads one row of a ledger into a customer with an opportunity, and names what is wrong with it. */
export const readRow = (ledgerRow: LedgerRow, context: ReadingContext): ReadRow => {
  const { mapping, today } = context
  const problems: RowProblem[] = []
  const keptWords: KeptWords[] = []
  const cell = (field: ImportField): Cell => {
    const column = mapping[field]
    return column === undefined ? '' : (ledgerRow.cells[column] ?? '')
  }
  const text = (field: ImportField) => cellText(cell(field)).trim()
  const problem = (kind: ProblemKind, field: ImportField) =>
    problems.push({ kind, field, value: text(field) })
  const keep = (field: ImportField, words = text(field)) => {
    if (words !== '') keptWords.push({ field, text: words })
  }
  const line = (field: CustomerText | OpportunityText | 'name'): string | null => {
    const value = text(field).replace(/\s*\n\s*/g, ' ')
    if (value.length > longest[field]) keep(field)
    return value === '' ? null : value.slice(0, longest[field])
  }

  const name = noName.test(text('name')) ? null : line('name')
  if (name === null) problem('name_missing', 'name')

  const phones = readPhones(cell('mobile'))
  if (phones.kind === 'empty') problem('phone_missing', 'mobile')
  if (phones.kind === 'invalid') problem('phone_invalid', 'mobile')
  const [mobile = null, ...otherPhones] = phones.kind === 'phones' ? phones.phones : []
  if (phones.kind === 'phones') for (const part of phones.unread) keep('mobile', part)

  const openedRead = readDate(cell('openedOn'))
  const opened = openingDate(openedRead, today)
  if (openedRead.kind !== 'empty' && opened === undefined) problem('date_invalid', 'openedOn')
  // Nothing opens in the future: the day it was imported stands in, and the ledger's word is kept.
  const openedLate = opened !== undefined && opened > today
  if (openedLate) keep('openedOn')
  const openedOn = openedLate ? today : opened

  const expectedRead = readDate(cell('expectedPurchaseDate'))
  const expected = expectedDate(expectedRead, opened, today)
  if (expectedRead.kind !== 'empty' && expected === undefined) problem('date_invalid', 'expectedPurchaseDate')

  const birthdayRead = readDate(cell('birthday'))
  const birthday = birthdayRead.kind === 'date' && birthdayRead.on <= today ? birthdayRead.on : null
  if (birthday === null && birthdayRead.kind !== 'empty') keep('birthday')

  const { grade: remarkGrade, remark } = context.splitRemark(text('remark'))
  const gradeText = text('grade')
  const hasGrade = gradeText !== '' && !noGrade.test(gradeText.trim())
  const ownGrade =
    hasGrade && gradeText.length <= longestGrade
      ? context.readGrade(gradeText.normalize('NFKC').replace(aroundGrade, '').trim())
      : undefined
  if (hasGrade && ownGrade === undefined) problem('grade_unknown', 'grade')

  const source = readSource(text('source'))
  if (source?.word) keep('source', source.word)
  const history = readHistory(text('history'), { openedOn: openedOn ?? null, today })
  const purchaseType = readPurchaseType(text('purchaseType'))
  if (purchaseType === null) keep('purchaseType')

  return {
    row: ledgerRow.row,
    customer: {
      name,
      mobile,
      otherPhones,
      gender: readGender(text('gender'), name ?? ''),
      customerType: readCustomerType(text('customerType'), name ?? ''),
      birthday,
      source: source?.source ?? null,
      area: line('area'),
      wechat: line('wechat'),
      email: line('email'),
      address: line('address'),
      company: line('company'),
      occupation: line('occupation'),
      plate: line('plate'),
      currentCar: line('currentCar'),
    },
    opportunity: {
      grade: hasGrade ? (ownGrade ?? null) : (remarkGrade ?? null),
      expectedPurchaseDate: expected ?? null,
      // 置换旧车 in the remark says as much as a column would.
      purchaseType: purchaseType ?? (/置换|换购/.test(remark) ? 'replacement' : null),
      remark,
      model: line('model'),
      competitor: line('competitor'),
      budget: line('budget'),
      payment: line('payment'),
      use: line('use'),
    },
    openedOn: openedOn ?? history.followUps[0]?.contactedOn ?? null,
    ownerName: text('owner').replace(/\s+/g, '') === '' ? null : text('owner'),
    followUps: history.followUps,
    keptHistory: history.kept,
    keptWords,
    problems,
  }
}

/** Longest remark that the forms take. */
const longestRemark = 4000

/**
 * The remark with everything the ledger said that no field could hold: `要白色；来源：抖音；跟进记录：战败:买了竞品`.
 * The words of the fields are those of the language the store works in.
 */
export const fullRemark = (read: ReadRow, words: Readonly<Record<string, string>>): string => {
  const history = read.keptHistory.map((line): KeptWords => ({ field: 'history', text: line }))
  const kept = [...read.keptWords, ...history].map(({ field, text }) => `${words[field] ?? field}：${text}`)
  return [read.opportunity.remark, ...kept].filter(Boolean).join('；').slice(0, longestRemark)
}
