import { useTranslation } from 'react-i18next'
import { isUnwritten, type Issue } from '#shared/errors.ts'
import type { Reason } from '#shared/reasons.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import type { FieldProblem, ShownFailure } from '../../api/failure.ts'
import { useDates } from './use-dates.ts'

type Loose = (key: string, data?: Record<string, unknown>) => string

/** The vocabulary to which the value of a datum belongs, by the name of the datum. */
const vocabularies: Readonly<Record<string, string>> = {
  result: 'result',
  status: 'opportunityStatus',
  reason: 'lossReason',
  role: 'role',
  channel: 'channel',
  kind: 'violationKind',
  violationStatus: 'violationStatus',
  ladder: 'ladder',
  figure: 'figure',
  leaveKind: 'leaveKind',
  outcome: 'appointmentOutcome',
  leadExceptionKind: 'leadExceptionKind',
  duplicateLevel: 'duplicateLevel',
}

/** Turns codes into the words of the screen's language: reasons, issues of fields, failures, field names. */
export function useWords() {
  const { t: typed, i18n } = useTranslation()
  // Codes arrive at run time; whether each has its words is proved by the types of the text files and by tests.
  const t = typed as unknown as Loose
  const dates = useDates()
  const has = (key: string) => i18n.exists(key)

  const field = (path: string): string => {
    const last = path.split('.').at(-1) ?? path
    for (const key of [`codes.field.${last}`, `ui.field.${last}`]) if (has(key)) return t(key)
    return path
  }
  const value = (name: string, raw: unknown): unknown => {
    if (raw === null || raw === undefined) return t('common.none')
    if (typeof raw !== 'string') return raw
    if (name === 'field') return field(raw)
    if (name === 'fields') {
      return raw
        .split(/[,、;\s]+/)
        .filter(Boolean)
        .map(field)
        .join(t('ui.and'))
    }
    if (name === 'dates') {
      const several = raw.split(', ').map((each) => parseBusinessDate(each))
      if (several.every((each) => each !== undefined)) return several.map(dates.withWeekday).join(t('ui.and'))
    }
    const vocabulary = vocabularies[name]
    if (vocabulary && has(`codes.${vocabulary}.${raw}`)) return t(`codes.${vocabulary}.${raw}`)
    const date = parseBusinessDate(raw)
    return date ? dates.withWeekday(date) : raw
  }
  const data = (raw: Readonly<Record<string, unknown>> | undefined) =>
    Object.fromEntries(
      Object.entries(raw ?? {}).map(([name, each]) => [
        name,
        Array.isArray(each) ? each.map((one) => value(name, one)).join(t('ui.and')) : value(name, each),
      ]),
    )

  const reason = (each: Reason): string => t(`reasons.${each.code}`, data(each.data))
  const issue = (each: Issue): string =>
    has(`issues.${each.code}`)
      ? t(`issues.${each.code}`, data(each.data))
      : has(`reasons.${each.code}`)
        ? t(`reasons.${each.code}`, data(each.data))
        : has(`policyProblems.${each.code}`)
          ? t(`policyProblems.${each.code}`, data(each.data))
          : t('issues.invalid')
  const problem = (each: FieldProblem): string => ('issue' in each ? issue(each.issue) : reason(each.reason))

  const detail = (failure: ShownFailure): string => {
    const issues = (failure.issues ?? []).map((each) =>
      t('ui.fieldIs', { field: field(each.field), problem: issue(each) }),
    )
    return [...issues, ...(failure.reasons ?? []).map(reason)].join(t('ui.and'))
  }
  /** One sentence: what happened. */
  const failure = (each: ShownFailure): string => {
    const extra = each.data ?? {}
    if (each.code === 'NO_ANSWER') return t('ui.failure.NO_ANSWER')
    if (each.code === 'DUPLICATE_CUSTOMER') {
      return t('errors.DUPLICATE_CUSTOMER', {
        name: extra['name'],
        owner: extra['ownerName'] ?? t('ui.nobody'),
      })
    }
    if (each.code === 'FILE_REFUSED') {
      const code = `fileRefusals.${String(extra['reason'])}`
      const inner = (extra['data'] ?? {}) as Readonly<Record<string, unknown>>
      const sentence = isUnwritten(extra['reason']) ? 'errors.FILE_NOT_WRITTEN' : 'errors.FILE_REFUSED'
      return t(sentence, { detail: has(code) ? t(code, data(inner)) : each.message })
    }
    return t(`errors.${each.code}`, { holder: '', incidentId: '', ...extra, detail: detail(each) })
  }
  return { reason, issue, problem, field, failure, detail }
}
