import { isLightColor } from '@mantine/core'
import { findGrade } from '#shared/policy/grades.ts'
import type { Grade } from '#shared/policy/policy.ts'
import { useMaybeSession } from '../../api/use-session.ts'
import { useLocale, useTexts } from '../words/i18n.ts'
import { TooltipSpan } from '../TooltipSpan.tsx'
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
  const { t } = useTexts()
  const { locale } = useLocale()
  const session = useMaybeSession()
  if (!grade) return <span className={classes.badge} data-size={size} data-empty aria-hidden />
  const found = of ?? (session ? findGrade(session.policy, grade) : undefined)
  const color = found?.color ?? 'grey'
  const style = named.has(color)
    ? undefined
    : { background: color, color: isLightColor(color) ? '#1b1f24' : '#fff' }
  const label = found ? (locale === 'zh-CN' ? found.label.zh : found.label.en) : ''
  const name = t('ui.gradeOf', { grade })
  return (
    <TooltipSpan
      tooltip={label ? `${name} · ${label}` : name}
      className={classes.badge}
      data-size={size}
      data-color={named.has(color) ? color : undefined}
      style={style}
      role="img"
      aria-label={name}
    >
      {grade}
    </TooltipSpan>
  )
}
