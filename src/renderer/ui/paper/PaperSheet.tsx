import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMaybeSession } from '../../api/use-session.ts'
import classes from './Paper.module.css'

interface PaperSheetProps {
  readonly shape: 'upright' | 'landscape'
  /** What only this document looks like: its class wins over what all share. */
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A document on A4, black on white whatever the screen looks like. */
export function PaperSheet({ shape, className, children }: PaperSheetProps) {
  const names = [classes.sheet, shape === 'upright' && classes.upright, className]
  return <article className={names.filter(Boolean).join(' ')}>{children}</article>
}

/** Says on paper that it comes from the training store. Draws nothing elsewhere. */
export function TrainingOnPaper() {
  const { t } = useTranslation()
  if (useMaybeSession()?.store.kind !== 'training') return null
  return <strong className={classes.training}>{t('paper.training')}</strong>
}
