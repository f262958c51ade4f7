import { useElementSize } from '@mantine/hooks'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './FormsPage.module.css'

/** The width of an A4 sheet on the screen with its margins. */
const sheetWidth = { landscape: 1123, upright: 794 } as const
const margins = 40
const largest = { landscape: 1.4, upright: 1.15 } as const

interface DeskProps {
  readonly shape: keyof typeof sheetWidth
  readonly children: ReactNode
}

/** The desk on which a sheet lies: as large as there is room for it. */
export function Desk({ shape, children }: DeskProps) {
  const { t } = useTranslation()
  const { ref, width } = useElementSize()
  const scale = width === 0 ? 1 : Math.min(largest[shape], (width - margins) / sheetWidth[shape])
  return (
    <section ref={ref} className={classes.desk} aria-label={t('forms.sheet')} tabIndex={0}>
      <div className={classes.scaled} style={{ '--scale': scale } as CSSProperties}>
        {children}
      </div>
    </section>
  )
}
