import { ActionIcon, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { VirtualList } from '../../ui/lists/VirtualList.tsx'
import classes from './LinesPane.module.css'

/** The list of either pane, for the keyboard to go there. */
export const linesListId = 'daily-check-lines'

interface PaneHeadProps {
  readonly title: string
  readonly count: number
  readonly hint?: string | undefined
  readonly onClose: () => void
}

/** Over the lines: what they are, how many, and the way to close them. */
export function PaneHead({ title, count, hint, onClose }: PaneHeadProps) {
  const { t } = useTranslation()
  return (
    <header className={classes.head}>
      <div className={classes.headLine}>
        <Title order={2} className={classes.headText}>
          {title}
        </Title>
        <Text fw={700}>{count}</Text>
        <ActionIcon aria-label={t('dailyCheck.closeLines')} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </header>
  )
}

interface PaneListProps<Line> {
  readonly label: string
  readonly lines: readonly Line[]
  readonly keyOf: (line: Line) => string
  readonly selected: Line | null
  readonly onSelect: (line: Line) => void
  readonly onOpen: (line: Line) => void
  readonly onEnd?: (() => void) | undefined
  /** Esc in the list: back to what it belongs to. */
  readonly onBack: () => void
  readonly renderItem: (line: Line) => ReactNode
}

/** The lines themselves, two rows of text each. */
export function PaneList<Line>(props: PaneListProps<Line>) {
  const { label, lines, keyOf, selected, onSelect, onOpen, onEnd, onBack, renderItem } = props
  return (
    <div
      id={linesListId}
      style={{ display: 'contents' }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onBack()
      }}
    >
      <VirtualList
        label={label}
        items={lines}
        keyOf={keyOf}
        selectedKey={selected && keyOf(selected)}
        onSelect={onSelect}
        onOpen={onOpen}
        rowHeight={50}
        {...(onEnd ? { onEnd } : {})}
        renderItem={renderItem}
      />
    </div>
  )
}
