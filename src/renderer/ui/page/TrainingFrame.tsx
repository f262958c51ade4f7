import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './TrainingFrame.module.css'

interface TrainingFrameProps {
  readonly on: boolean
  readonly children: ReactNode
}

/** 演练: a training store carries a coloured frame on every screen, so that nobody takes it for the real one. */
export function TrainingFrame({ on, children }: TrainingFrameProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.root} data-on={on || undefined}>
      {children}
      {on && (
        <aside className={classes.word} aria-label={t('frame.trainingHint')}>
          {t('common.training')}
        </aside>
      )}
    </div>
  )
}
