import type { Channel, Result } from '#shared/domain/codes.ts'
import { compareDates, parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { earliestFrom, latestUpTo } from './read-date.ts'

/** A contact that a ledger tells of, to be kept as an executed follow-up 跟进. */
export type LedgerFollowUp = {
  readonly contactedOn: BusinessDate
  readonly channel: Channel
  readonly result: Result
  readonly content: string
}

/** The history cell read as far as it can be; the lines that cannot stay as they were written. */
export type ReadHistory = { readonly followUps: readonly LedgerFollowUp[]; readonly kept: readonly string[] }

const noYear = String.raw`(\d{1,2})\s*[月./-]\s*(\d{1,2})`
const withYear = String.raw`(\d{4}|\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})`
const dayTail = String.raw`\s*[日号]?(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?(?=[\s:,、,.]|$))?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?`
/** After a date comes no letter, digit or unit: `1.5T`, `3-5天后`, `1.5万` are no dates. */
const notAUnit = String.raw`(?![\da-zA-Z%万元块天个年月次折辆人点升台寸米]|\s*万)`
const dated = new RegExp(
  `^[\\[【(]?(?:${withYear}|${noYear})${dayTail}[\\])】]?${notAUnit}\\s*[:,、,;.-]*\\s*(.*)$`,
  's',
)

const longestDate = 24
const fullWidth = /[０-９．／－（）：　]/g

type DatedLine = {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  readonly said: string
}

const readLine = (line: string): DatedLine | undefined => {
  // Full-width digits and marks count as plain ones in the date; what was said keeps its form.
  const plain =
    line.slice(0, longestDate).replace(fullWidth, (sign) => sign.normalize('NFKC')) + line.slice(longestDate)
  const match = dated.exec(plain)
  if (match === null) return undefined
  const [, year, monthA, dayA, monthB, dayB, said = ''] = match
  return {
    year: year === undefined ? undefined : year.length === 4 ? +year : 2000 + +year,
    month: Number(monthA ?? monthB),
    day: Number(dayA ?? dayB),
    said: said.trim(),
  }
}

/** A medium named first is the medium, and says nothing beyond that. */
const media: readonly (readonly [Channel, RegExp])[] = [
  ['wechat', /^(?:企业?微信|微信|wechat)/i],
  ['sms', /^(?:短信|发短信|信息|sms)/i],
  ['phone', /^(?:电话|致电|去电|来电|打电话|电联|回访电话|电话回访|phone|call(?:ed)?)/i],
]
const firstWords: readonly (readonly [Channel, RegExp])[] = [
  ['test_drive', /^(?:(?:到店|来店|进店|再次)[^约邀说想]{0,4})?(?:试乘)?试驾|^test.?drive/i],
  [
    'showroom_visit',
    /^(?:再次|二次|首次|第.次)?(?:到店|来店|进店|看车|到展厅|展厅)|^(?:visit|came|showroom)/i,
  ],
  ['home_visit', /^(?:上门|拜访|家访|home.?visit)/i],
]
const anyWhere: readonly (readonly [Channel, RegExp])[] = [
  ['wechat', /微信|wechat/i],
  ['sms', /短信|\bsms\b/i],
  ['phone', /电话|致电|去电|来电|\bphone|\bcalled/i],
]
/** A visit that is only spoken of: 约到店, 说周末来试驾. */
const onlyPlanned = /[约邀说让请想劝]|预|准备|计划|考虑|打算|周末|明天|后天|下周|再来|有空/
const happened: readonly (readonly [Channel, RegExp])[] = [
  ['test_drive', /试驾/],
  ['showroom_visit', /到店|来店|进店/],
]

const firstOf = <Code extends string>(
  text: string,
  words: readonly (readonly [Code, RegExp])[],
): Code | undefined => words.find(([, word]) => word.test(text))?.[0]

const notReached: readonly (readonly [Result, RegExp])[] = [
  ['invalid_number', /空号|号码不存在|停机(?!坪)/],
  ['wrong_number', /打错|号码错|错号|号码不对|号码有误|wrong number/i],
  ['powered_off', /关机|powered off|switched off/i],
  ['busy', /占线|忙音|忙线|通话中|线路忙|^忙$|(?:^|[\s,,。;])忙(?=$|[\s,,。;])|\bbusy\b/i],
  ['hung_up', /挂断|挂机|挂了|被挂|秒挂|拒接|hung up/i],
  ['not_in_person', /非本人|他人接|别人接|家人接|不是本人|not in person/i],
  [
    'no_answer',
    /未接(?![触受待到])|没接(?![触受待到])|不接(?![触受待])|无人接|没人接|无应答|未接通|打不通|无法接通|未回|没回|无回复|no answer|not reached/i,
  ],
]

const faceToFace: readonly Channel[] = ['showroom_visit', 'test_drive', 'home_visit']

/** What a line says of one contact: how it was made, what came of it, and the words themselves. */
export const readContact = (said: string): Omit<LedgerFollowUp, 'contactedOn'> => {
  const medium = media.find(([, word]) => word.test(said))
  const missed = firstOf(said, notReached)
  const channel =
    medium?.[0] ??
    firstOf(said, firstWords) ??
    firstOf(said, anyWhere) ??
    (onlyPlanned.test(said) ? undefined : firstOf(said, happened)) ??
    (missed === undefined ? 'other' : 'phone')
  const withoutMedium = medium ? said.replace(medium[1], '').replace(/^[\s:：,，。、-]+/u, '') : said
  return {
    channel,
    result: faceToFace.includes(channel) ? 'reached' : (missed ?? 'reached'),
    content: withoutMedium === '' ? said : withoutMedium,
  }
}

/** What bounds the dates of a history: nothing before the opening, nothing after today. */
type Span = { readonly openedOn: BusinessDate | null; readonly today: BusinessDate }

/**
 * Without a year the first such day since the contact before it, else since the opening; without either the last
 * one up to today. A day outside the span is not guessed at.
 */
const dateOf = (
  line: DatedLine,
  { openedOn, today }: Span,
  before: BusinessDate | null,
): BusinessDate | undefined => {
  const { year, month, day } = line
  const within = (on: BusinessDate | undefined) =>
    on !== undefined && on <= today && (openedOn === null || on >= openedOn) ? on : undefined
  if (year !== undefined) {
    return within(
      parseBusinessDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
    )
  }
  if (openedOn === null) return latestUpTo(month, day, today)
  return within(earliestFrom(month, day, before ?? openedOn)) ?? within(earliestFrom(month, day, openedOn))
}

/**
 * Reads the contact history 跟进记录 of a cell, a line a contact (`1.9 电话 已约周六到店`). A line without a
 * date, without words, about a loss (战败:买了竞品) or with a date that cannot be stays as text.
 */
export const readHistory = (text: string, span: Span): ReadHistory => {
  const followUps: LedgerFollowUp[] = []
  const kept: string[] = []
  let before: BusinessDate | null = null
  for (const line of text.split(/\n|[;；](?=\s*\d{1,4}\s*[年月./-]\s*\d)/u).map((each) => each.trim())) {
    if (line === '') continue
    const read = readLine(line)
    const contactedOn: BusinessDate | undefined =
      read === undefined || read.said === '' ? undefined : dateOf(read, span, before)
    if (read === undefined || contactedOn === undefined || read.said.startsWith('战败')) {
      kept.push(line)
      continue
    }
    before = contactedOn
    followUps.push({ contactedOn, ...readContact(read.said) })
  }
  return { followUps: followUps.sort((a, b) => compareDates(a.contactedOn, b.contactedOn)), kept }
}
