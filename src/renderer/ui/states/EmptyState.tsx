import { EmptyState as MantineEmptyState } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly title: string
  /** What to do next. */
  readonly hint?: string
  readonly icon?: ReactNode
  /** It stands for the whole page: the title is its heading. */
  readonly page?: boolean
  /** Buttons. */
  readonly children?: ReactNode
}

/** Nothing to show: says so, and what to do. */
export function EmptyState({ title, hint, icon, page = false, children }: EmptyStateProps) {
  return (
    <MantineEmptyState
      size="sm"
      py="xl"
      icon={icon ?? <IconInbox size={36} stroke={1.2} aria-hidden />}
      title={page ? <h1 className={classes.heading}>{title}</h1> : title}
      description={hint}
    >
      {children && <MantineEmptyState.Actions>{children}</MantineEmptyState.Actions>}
    </MantineEmptyState>
  )
}
