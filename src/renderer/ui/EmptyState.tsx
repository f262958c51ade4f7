import { EmptyState as MantineEmptyState } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  /** What to do next. */
  readonly hint?: string
  readonly icon?: ReactNode
  /** Buttons. */
  readonly children?: ReactNode
}

/** Nothing to show: says so, and what to do. */
export function EmptyState({ title, hint, icon, children }: EmptyStateProps) {
  return (
    <MantineEmptyState
      size="sm"
      py="xl"
      icon={icon ?? <IconInbox size={36} stroke={1.2} aria-hidden />}
      title={title}
      description={hint}
    >
      {children && <MantineEmptyState.Actions>{children}</MantineEmptyState.Actions>}
    </MantineEmptyState>
  )
}
