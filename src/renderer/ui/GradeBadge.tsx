import { Tooltip, isLightColor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findGrade } from '#shared/policy/grades.ts'
import type { Grade } from '#shared/policy/policy.ts'
import { useMaybeSession } from '../api/use-session.ts'
import { useLocale } from './i18n.ts'
import classes from './GradeBadge.module.css'

const named = new Set(['vermilion', 'amber', 'blue', 'slate', 'teal', 'violet', 'olive', 'grey'])

interface GradeBadgeProps {
  /** The code of the grade; null draws an empty place of the same size. */
  readonly grade: string | null
  /** A grade that is not of the policy in force, e.g. in the table of a preset. */
  readonly of?: Grade
  readonly size?: 'sm' | 'lg'
}

/** 意向等级: a square letter in the colour of the policy. The letter is always there, so that print and the colour-blind keep it. */
export function GradeBadge({ grade, of, size = 'sm' }: GradeBadgeProps) {
  const { t } = useTranslation()
  const { locale } = useLocale()
  const session = useMaybeSession()
  if (!grade) return <span className={classes.badge} data-size={size} data-empty aria-hidden />
  const found = of ?? (session ? findGrade(session.policy, grade) : undefined)
  const color = found?.color ?? 'grey'
  const style = named.has(color)
    ? undefined
    : { background: color, color: isLightColor(color) ? '#1b1f24' : '#fff' }
  const label = found ? (locale === 'zh-CN' ? found.label.zh : found.label.en) : ''
  return (
    <Tooltip label={`${t('ui.gradeOf', { grade })}${label ? ` · ${label}` : ''}`}>
      <span
        className={classes.badge}
        data-size={size}
        data-color={named.has(color) ? color : undefined}
        style={style}
        role="img"
        aria-label={t('ui.gradeOf', { grade })}
      >
        {grade}
      </span>
    </Tooltip>
  )
}
