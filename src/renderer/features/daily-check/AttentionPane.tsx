import { ActionIcon, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DueDate } from '../../ui/DueDate.tsx'
import { Tag } from '../../ui/StatusBadge.tsx'
import { useWords } from '../../ui/use-words.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { keyOfAttention, linkOf, signOf, type AttentionGroup, type AttentionLine } from './attention.ts'
import { AttentionDetails } from './AttentionDetails.tsx'
import classes from './LinesPane.module.css'
import { linesListId } from './LinesPane.tsx'

interface AttentionPaneProps {
  readonly group: AttentionGroup
  readonly onClose: () => void
  /** Esc in the list: back to the kinds. */
  readonly onBack: () => void
}

/** The lines of one kind; Enter leads to where something can be done about the selected one. */
export function AttentionPane({ group: { kind, lines }, onClose, onBack }: AttentionPaneProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(null)
  const selected = lines.find((line) => keyOfAttention(line) === chosen) ?? lines[0] ?? null
  const title = t(`codes.attention.${kind}`)
  const open = (line: AttentionLine) => {
    const { customerId } = line
    const link = linkOf(line)
    if (link) void navigate(link)
    else if (customerId !== null) void navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  return (
    <>
      <header className={classes.head}>
        <div className={classes.headLine}>
          <Title order={2} className={classes.headText}>
            {title}
          </Title>
          <Text fw={700}>{lines.length}</Text>
          <ActionIcon aria-label={t('dailyCheck.closeLines')} onClick={onClose}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
        {kind === 'honesty_sign' && (
          <Text size="xs" c="dimmed">
            {t('dailyCheck.attention.ownHint')}
          </Text>
        )}
      </header>
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
          label={title}
          items={lines}
          keyOf={keyOfAttention}
          selectedKey={selected && keyOfAttention(selected)}
          onSelect={(line) => setChosen(keyOfAttention(line))}
          onOpen={open}
          rowHeight={50}
          renderItem={(line) => <AttentionRow line={line} />}
        />
      </div>
      {selected && <AttentionDetails line={selected} />}
    </>
  )
}

/** One line: whose, about whom, since when, and why. */
function AttentionRow({ line }: { readonly line: AttentionLine }) {
  const { t } = useTranslation()
  const words = useWords()
  const [first] = line.reasons
  const sign = signOf(line)
  return (
    <div className={classes.line} style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <span className={classes.who}>
        <span className={classes.customer}>{line.staffName}</span>
        {line.customerName && <span>{line.customerName}</span>}
        {sign && <Tag tone="warn">{t(`codes.honestySign.${sign}`)}</Tag>}
      </span>
      <DueDate on={line.on} due={false} />
      <span className={classes.quiet} style={{ gridColumn: '1 / -1' }}>
        {first && words.reason(first)}
      </span>
    </div>
  )
}
