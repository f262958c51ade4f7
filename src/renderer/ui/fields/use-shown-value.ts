import { useTranslation } from 'react-i18next'
import { customerTypes, genders, purchaseTypes, sources } from '#shared/domain/codes.ts'
import { formatYuan, readYuan } from '#shared/domain/money.ts'
import { unknownBirthday } from '#shared/policy/policy.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { formatPhone } from '../marks/Phone.tsx'
import { useDates } from '../words/use-dates.ts'

const isOneOf = <T extends string>(codes: readonly T[], value: string): value is T =>
  (codes as readonly string[]).includes(value)

/** The value of a field as a person reads it: codes in words, dates short, an unknown birthday as unknown. */
export function useShownValue() {
  const { t } = useTranslation()
  const dates = useDates()
  return (field: string, value: string | null | undefined): string => {
    if (value === null || value === undefined || value === '') return t('common.none')
    if (field === 'gender' && isOneOf(genders, value)) return t(`codes.gender.${value}`)
    if (field === 'customerType' && isOneOf(customerTypes, value)) return t(`codes.customerType.${value}`)
    if (field === 'source' && isOneOf(sources, value)) return t(`codes.source.${value}`)
    if (field === 'purchaseType' && isOneOf(purchaseTypes, value)) return t(`codes.purchaseType.${value}`)
    if (field === 'mobile') return formatPhone(value)
    // Forms and conflicts hold an amount as it is typed, in yuan.
    if (field === 'quotationFen') {
      const fen = readYuan(value)
      return fen === undefined ? value : formatYuan(fen)
    }
    if (field === 'birthday') return value === unknownBirthday ? t('common.unknown') : value
    const date = parseBusinessDate(value)
    return date ? dates.withWeekday(date) : value
  }
}
