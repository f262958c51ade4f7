import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useCan } from '../../api/use-session.ts'
import { CompactCard } from '../../ui/customer/CompactCard.tsx'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { AnswerForm } from '../../ui/instructions/AnswerForm.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { Briefing } from './Briefing.tsx'
import classes from './InstructionPane.module.css'
import type { InstructionLine } from './lines.ts'

/** How long an instruction must be in sight to count as read. */
const readMs = 1200

interface InstructionPaneProps {
  readonly line: InstructionLine
  readonly answering: boolean
  readonly continues: boolean
  readonly onAnswer: () => void
  readonly onDone: () => void
  readonly onCancel: () => void
  readonly onOpenCard: (customerId: string) => void
}

/** An instruction of the to-do list: what is asked, the form of the answer, and the customer it is about. */
export function InstructionPane(props: InstructionPaneProps) {
  const { line, answering, continues, onAnswer, onDone, onCancel, onOpenCard } = props
  const { t } = useTranslation()
  const dates = useDates()
  const mayAnswer = useCan('instruction.answer')
  const { instruction, customerId } = line
  const { instructionId, text, giver, givenOn, dueOn, proposedGrade, helperName, asHelper, seen } =
    instruction
  useSeen(instructionId, mayAnswer && !seen)
  const asked = (
    <section className={classes.asked} aria-label={t('instructions.title')}>
      <p className={classes.head}>
        <strong>{t('instructions.from', { name: giver })}</strong>
        <span className={classes.quiet}>{dates.near(givenOn)}</span>
        {!seen && <Tag tone="warn">{t('instructions.notSeen')}</Tag>}
        {dueOn && (
          <span>
            {t('instructions.dueOn')} <DueDate on={dueOn} />
          </span>
        )}
        {helperName && !asHelper && (
          <span className={classes.quiet}>{t('instructions.helps', { name: helperName })}</span>
        )}
      </p>
      <p className={classes.text}>{text}</p>
      {proposedGrade && (
        <p className={classes.head}>
          <GradeBadge grade={proposedGrade} /> {t('instructions.proposes', { grade: proposedGrade })}
        </p>
      )}
      {answering ? (
        <AnswerForm
          key={instructionId}
          instructionId={instructionId}
          continues={continues}
          onDone={onDone}
          onCancel={onCancel}
        />
      ) : (
        mayAnswer && (
          <Button onClick={onAnswer} rightSection={<KeyHint keys="Enter" />} mt={4}>
            {t('instructions.answer')}
          </Button>
        )
      )}
    </section>
  )
  if (asHelper || customerId === null)
    return (
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('instructions.details')}>
        {asked}
        <Briefing line={line} />
      </div>
    )
  return (
    <CompactCard
      customerId={customerId}
      actions={
        <Button variant="default" onClick={() => onOpenCard(customerId)} rightSection={<KeyHint keys="k" />}>
          {t('toDo.openCard')}
        </Button>
      }
    >
      {asked}
    </CompactCard>
  )
}

/** Notes that it was read, once it has stood in sight for a moment. */
function useSeen(instructionId: string, unread: boolean) {
  const { run } = useCommand('instructions.see')
  useEffect(() => {
    if (!unread) return
    const timer = setTimeout(() => void run({ instructionIds: [instructionId] }), readMs)
    return () => clearTimeout(timer)
    // `run` is new on every drawing; the timer must not start again for it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [instructionId, unread])
}
