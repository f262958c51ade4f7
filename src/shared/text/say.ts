import { isUnwritten, type ErrorCode, type ErrorData, type Issue } from '../errors.ts'
import type { Reason } from '../reasons.ts'
import type { Locale } from '../contract/setup.ts'
import { businessDateAt, timeOfDayAt } from '../time/instant.ts'
import { texts, type Text } from './index.ts'

type Data = Readonly<Record<string, unknown>>

/** Puts data into a text: `{{name}}` becomes `data.name`. */
export const fill = (text: string, data: Data = {}): string =>
  text.replace(/\{\{\s*(\w+)[^}]*\}\}/g, (_match, key: string) => {
    const value = data[key]
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
  })

/** Codes inside reason data that have words of their own, by the name of the datum. */
const vocabularies: Readonly<Record<string, keyof Text['codes']>> = {
  field: 'field',
  role: 'role',
  channel: 'channel',
  result: 'result',
  status: 'opportunityStatus',
  kind: 'violationKind',
  violationStatus: 'violationStatus',
  ladder: 'ladder',
  reason: 'lossReason',
  leaveKind: 'leaveKind',
  outcome: 'appointmentOutcome',
  leadExceptionKind: 'leadExceptionKind',
  duplicateLevel: 'duplicateLevel',
}

function inWords(data: Data, text: Text): Data {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const vocabulary = vocabularies[key]
      const words: Readonly<Record<string, string>> | undefined = vocabulary
        ? text.codes[vocabulary]
        : undefined
      if (!words || typeof value !== 'string') return [key, value]
      // A field may come with its path (`next.on`) and several may come joined (`name, area`).
      const named = value
        .split(', ')
        .map((each) => words[each] ?? words[each.split('.').at(-1) ?? ''] ?? each)
      return [key, named.join('、')]
    }),
  )
}

/** A reason in words. */
export function sayReason(reason: Reason, locale: Locale): string {
  const text = texts[locale]
  const wording: Readonly<Record<string, string>> = text.reasons
  return fill(wording[reason.code] ?? reason.code, inWords(reason.data, text))
}

/** One wrong field in words: `next.on: …`. */
export function sayIssue(issue: Issue, locale: Locale): string {
  const text = texts[locale]
  // A field may be refused by a rule of its own, as a phone or a policy is: then the rule's words are the field's.
  const wording: Readonly<Record<string, string>> = {
    ...text.policyProblems,
    ...text.reasons,
    ...text.issues,
  }
  const fields: Readonly<Record<string, string>> = text.codes.field
  const field = fields[issue.field.split('.').at(-1) ?? ''] ?? issue.field
  return `${field} ${fill(wording[issue.code] ?? issue.code, issue.data)}`
}

/** Who has a store open (P7), in words. */
function sayHolder(who: ErrorData['STORE_BUSY']['who'], { storeFailures: words }: Text): string {
  if (!who) return words.unknownHolder
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const since = `${businessDateAt(who.since, zone)} ${timeOfDayAt(who.since, zone)}`
  return fill(words.holder, { ...who, program: words.program[who.program], since })
}

/** A failure in one sentence, for shells that show no more than that. */
export function sayError<C extends ErrorCode>(code: C, data: ErrorData[C], locale: Locale): string {
  const text = texts[locale]
  const separator = locale === 'zh-CN' ? '；' : '; '
  const facts: Record<string, unknown> = { ...(data as Data) }
  const detail = (items: readonly string[]) => items.join(separator)
  if (code === 'VALIDATION_FAILED') {
    facts['detail'] = detail(
      (data as ErrorData['VALIDATION_FAILED']).issues.map((issue) => sayIssue(issue, locale)),
    )
  } else if (code === 'RULE_REFUSED' || code === 'PERMISSION_DENIED') {
    facts['detail'] = detail(
      (data as ErrorData['RULE_REFUSED']).reasons.map((reason) => sayReason(reason, locale)),
    )
  } else if (code === 'DUPLICATE_CUSTOMER') {
    facts['owner'] = (data as ErrorData['DUPLICATE_CUSTOMER']).ownerName ?? text.common.none
  } else if (code === 'STORE_BUSY') {
    facts['holder'] = sayHolder((data as ErrorData['STORE_BUSY']).who, text)
  } else if (code === 'FILE_REFUSED') {
    const file = data as ErrorData['FILE_REFUSED']
    const wording: Readonly<Record<string, string>> = text.fileRefusals
    facts['detail'] = fill(wording[file.reason] ?? file.reason, file.data)
  }
  const wording: Readonly<Record<string, string>> = text.errors
  const later = code === 'SIGN_IN_FAILED' && facts['retryAt'] !== undefined
  const unwritten = code === 'FILE_REFUSED' && isUnwritten(facts['reason'])
  const sentence = later ? 'SIGN_IN_LATER' : unwritten ? 'FILE_NOT_WRITTEN' : code
  return fill(wording[sentence] ?? code, facts)
}
