import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useWords } from '../../ui/words/use-words.ts'
import {
  keyOfAttention,
  linkOf,
  numberOf,
  signOf,
  type AttentionGroup,
  type AttentionLine,
} from './attention.ts'
import { AttentionDetails } from './AttentionDetails.tsx'
import classes from './LinesPane.module.css'
import { PaneHead, PaneList } from './PaneParts.tsx'
import { useKeptLine } from './use-check-view.ts'

interface AttentionPaneProps {
  readonly group: AttentionGroup
  readonly onClose: () => void
  /** Esc in the list: back to the kinds. */
  readonly onBack: () => void
}

/** The lines of one kind; Enter leads to where something can be done about the selected one. */
export function AttentionPane({ group, onClose, onBack }: AttentionPaneProps) {
  const { kind, lines } = group
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useKeptLine('attention')
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
      <PaneHead
        title={title}
        count={numberOf(group)}
        hint={kind === 'honesty_sign' ? t('dailyCheck.attention.ownHint') : undefined}
        onClose={onClose}
      />
      <PaneList
        label={title}
        lines={lines}
        keyOf={keyOfAttention}
        selected={selected}
        onSelect={(line) => setChosen(keyOfAttention(line))}
        onOpen={open}
        onBack={onBack}
        renderItem={(line) => <AttentionRow line={line} />}
      />
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
