import { useTranslation } from 'react-i18next'
import type { Policy } from '#shared/policy/policy.ts'
import { thresholdUnits } from './threshold-units.ts'
import type { PolicyDifference, PolicyValue } from '#shared/policy/policy-diff.ts'

type Loose = (key: string, data?: Record<string, unknown>) => string

const fen = 100
/** Vocabularies of values, by the last name of the field. */
const vocabularies: Readonly<Record<string, string>> = {
  unit: 'codes.penaltyUnit',
  preset: 'codes.policyPreset',
  reset: 'policy.resetIs',
  gradeDateAgreement: 'policy.agreementIs',
  color: 'policy.colors',
}

/** A field of the policy and its value as people read them: `等级 H · 每几天回访`, `7`. */
export function useFieldWords() {
  const { t: typed, i18n } = useTranslation()
  // Fields arrive at run time; that each has its words is what the last resort below makes visible.
  const t = typed as unknown as Loose
  const last = (field: string) => field.split('.').at(-1) ?? field
  const wordOf = (name: string) =>
    i18n.exists(`policy.fieldIs.${name}`) ? t(`policy.fieldIs.${name}`) : name

  const field = (path: string): string => {
    const [part = '', second = '', third = ''] = path.split('.')
    if (part === 'grades') return `${t('policy.grade')} ${second} · ${wordOf(last(path))}`
    if (part === 'thresholds') return t(`policy.threshold.${second}`)
    if (part === 'fieldLevels')
      return `${t('policy.section.fields')} · ${t(`policy.form.${second}`)} · ${t(`codes.field.${third}`)}`
    if (second === 'ladders') return `${t(`codes.ladder.${third}`)} · ${wordOf(last(path))}`
    if (part === 'openingHours' || part === 'openingSequence')
      return `${wordOf(part)}${second ? ` · ${wordOf(second)}` : ''}`
    if (part === 'leadShowroomDays') return `${wordOf(part)} · ${t('policy.grade')} ${second}`
    return wordOf(last(path))
  }

  const value = (path: string, each: PolicyValue, policy: Policy): string => {
    const name = last(path)
    if (each === undefined || each === null) return t('common.none')
    if (typeof each === 'boolean') return t(each ? 'common.yes' : 'common.no')
    if (typeof each === 'number') {
      const isMoney = name === 'monthlyCapFen' || (name === 'firstAmount' && unitOf(path, policy) === 'money')
      const [part, threshold] = path.split('.')
      const units: Readonly<Record<string, number>> = thresholdUnits
      const per = isMoney ? fen : part === 'thresholds' ? (units[threshold ?? ''] ?? 1) : 1
      return String(each / per)
    }
    if (path.startsWith('fieldLevels.')) return t(`policy.level.${each}`)
    const vocabulary = vocabularies[name]
    return vocabulary && i18n.exists(`${vocabulary}.${each}`) ? t(`${vocabulary}.${each}`) : each
  }
  return {
    field,
    difference: ({ field: path, before, after }: PolicyDifference, old: Policy, now: Policy) => ({
      field: field(path),
      before: value(path, before, old),
      after: value(path, after, now),
    }),
  }
}

const unitOf = (path: string, policy: Policy): string | undefined => {
  const name = path.split('.')[2]
  const { ladders } = policy.penalties
  return name === 'overdue' || name === 'postponement' || name === 'frequency'
    ? ladders[name].unit
    : undefined
}
