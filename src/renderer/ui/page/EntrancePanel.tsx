import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RestoredNotice } from '../backups/RestoredNotice.tsx'
import { useLocale } from '../words/i18n.ts'
import classes from './EntrancePanel.module.css'

interface EntrancePanelProps {
  readonly children: ReactNode
  readonly wide?: boolean
}

/** The screens before the frame: one panel in the middle, and the language in its corner. */
export function EntrancePanel({ children, wide = false }: EntrancePanelProps) {
  const { t } = useTranslation()
  const { locale, setLocale } = useLocale()
  return (
    <div className={classes.root}>
      <main className={classes.panel} data-wide={wide || undefined}>
        <div className={classes.top}>
          <span className={classes.product}>{t('common.product')}</span>
          <SegmentedControl
            aria-label={t('frame.language')}
            value={locale}
            onChange={(value) => setLocale(value)}
            data={[
              { value: 'zh-CN', label: t('frame.chinese') },
              { value: 'en', label: t('frame.english') },
            ]}
          />
        </div>
        <RestoredNotice before />
        {children}
      </main>
    </div>
  )
}
