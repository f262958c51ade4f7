import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ListToolbar.module.css'

interface ListToolbarProps {
  /** Filters, on the left. */
  readonly children?: ReactNode
  readonly shown?: number
  readonly total?: number
  /** Buttons, on the right. */
  readonly actions?: ReactNode
}

/** Above a list: filters, how many lines, buttons. */
export function ListToolbar({ children, shown, total, actions }: ListToolbarProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.root}>
      {children}
      <span className={classes.gap} />
      {total !== undefined && (
        <Text c="dimmed" size="xs" aria-live="polite">
          {shown === undefined || shown === total ? total : t('ui.countOf', { shown, total })}
        </Text>
      )}
      {actions}
    </div>
  )
}
