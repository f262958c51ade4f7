import { useTranslation } from 'react-i18next'
import type { PenaltyUnit } from '#shared/domain/codes.ts'
import { formatYuan } from '#shared/domain/money.ts'
import type { Totals } from './penalty.ts'

/** Amounts in words: `¥50.00`, `3 分`, or nothing. */
export function useAmounts() {
  const { t, i18n } = useTranslation()
  const amount = (value: number, unit: PenaltyUnit): string => {
    if (unit === 'money') return formatYuan(value)
    return unit === 'points' ? t('penalties.points', { points: value }) : t('penalties.noAmount')
  }
  /** What a ladder's penalty is called by the policy. */
  const label = (words: { readonly zh: string; readonly en: string }): string =>
    i18n.language === 'en' ? words.en : words.zh
  /** What several come to, in one line; what there is none of is left out. */
  const totals = (of: Totals): string =>
    [
      t('penalties.totals', { money: formatYuan(of.money) }),
      of.managerShares !== 0 && t('penalties.totalsShares', { amount: formatYuan(of.managerShares) }),
      of.capTaken !== 0 && t('penalties.totalsCap', { amount: formatYuan(of.capTaken) }),
      of.points !== 0 && t('penalties.totalsPoints', { points: of.points }),
      of.reports > 0 && t('penalties.totalsReports', { count: of.reports }),
      of.suspensions > 0 && t('penalties.totalsSuspensions', { count: of.suspensions }),
    ]
      .filter(Boolean)
      .join(' · ')
  return { amount, label, totals }
}
