import { Button } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { CompactCard } from '../../ui/customer/CompactCard.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Why } from '../../ui/Why.tsx'
import { KindIcon } from './KindIcon.tsx'
import { isExecutable, type Line } from './lines.ts'
import { NoShowButton } from './NoShowButton.tsx'
import classes from './LineDetails.module.css'
import { RegradeButton } from './RegradeButton.tsx'
import { useLineWords } from './use-line-words.ts'

interface LineDetailsProps {
  readonly line: Line | undefined
  readonly onOpen: (line: Line) => void
  readonly onOpenCard: (customerId: string) => void
}

/** The customer of the selected line, and what Enter will do. */
export const LineDetails = memo(function LineDetails({ line, onOpen, onOpenCard }: LineDetailsProps) {
  const { t } = useTranslation()
  const words = useLineWords()
  if (!line) return <EmptyState title={t('toDo.choose')} />
  const action = isExecutable(line)
    ? t('toDo.execute')
    : line.customerId
      ? t('toDo.openCard')
      : t('toDo.register')
  const reason = (
    <p className={classes.reason}>
      <KindIcon kind={line.kind} />
      <strong>{t(`codes.toDoKind.${line.kind}`)}</strong>
      <span>{words(line)}</span>
      <Why reasons={line.reasons} about={t(`codes.toDoKind.${line.kind}`)} />
    </p>
  )
  const button = (
    <Button onClick={() => onOpen(line)} rightSection={<KeyHint keys="Enter" />}>
      {action}
    </Button>
  )
  const { customerId } = line
  if (!customerId)
    return (
      <EmptyState title={line.customerName ?? t(`codes.toDoKind.${line.kind}`)} hint={words(line)}>
        {button}
      </EmptyState>
    )
  return (
    <CompactCard
      customerId={customerId}
      actions={
        <>
          <Button
            variant="default"
            onClick={() => onOpenCard(customerId)}
            rightSection={<KeyHint keys="k" />}
          >
            {t('toDo.openCard')}
          </Button>
          {line.appointment?.mayMark && <NoShowButton appointmentId={line.appointment.appointmentId} />}
          {button}
        </>
      }
    >
      {reason}
      {line.kind === 'out_of_step' && (
        <RegradeButton key={`${line.opportunityId} ${line.gradeByDate}`} line={line} />
      )}
    </CompactCard>
  )
})
