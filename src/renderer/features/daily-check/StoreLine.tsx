import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Figure } from '#shared/domain/codes.ts'
import { percent, type CheckSheet } from './figures.ts'
import classes from './StoreLine.module.css'

interface StoreLineProps {
  readonly name: string
  readonly store: CheckSheet['store']
}
const shown = ['dueToday', 'doneToday', 'notDone', 'overdue'] as const satisfies readonly Figure[]

/** The whole in one line: 全店 应回访 86 · 已完成 71 · 逾期 4 · 有效率 83%. */
export function StoreLine({ name, store }: StoreLineProps) {
  const { t } = useTranslation()
  const { dueToday, doneToday, overdue } = store.figures
  const share = dueToday === 0 ? 0 : (doneToday / dueToday) * 100
  return (
    <div className={classes.root}>
      <Text fw={700}>{name}</Text>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${share}%` }} />
      </span>
      {shown.map((figure) => (
        <span key={figure} data-act={(figure === 'overdue' && overdue > 0) || undefined}>
          {t(`dailyCheck.storeLine.${figure}`, { count: store.figures[figure] })}
        </span>
      ))}
      <span>{t('dailyCheck.storeLine.effectiveRate', { rate: percent(store.effectiveRate) })}</span>
    </div>
  )
}
