import { Button, Group, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CompactCard } from '../../ui/customer/CompactCard.tsx'
import { AnswerForm } from '../../ui/instructions/AnswerForm.tsx'
import type { Instruction } from '../../ui/instructions/instruction.ts'
import { InstructionText } from '../../ui/instructions/InstructionText.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import classes from './Instructions.module.css'

interface InstructionDetailsProps {
  readonly instruction: Instruction
  readonly closing: boolean
  readonly onClose: () => void
  readonly onOpenCard: () => void
}

/** The whole loop with its next step, and below it the customer, where one may see him. */
export function InstructionDetails({ instruction, closing, onClose, onOpenCard }: InstructionDetailsProps) {
  const { t } = useTranslation()
  const [answering, setAnswering] = useState(false)
  const { instructionId, abilities, answer, customerId, customerName, mayOpenCard } = instruction
  const loop = (
    <section className={classes.loop} aria-label={t('instructions.title')}>
      <InstructionText instruction={instruction} />
      {answering ? (
        <AnswerForm
          instructionId={instructionId}
          answer={answer}
          onDone={() => setAnswering(false)}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <Group gap="xs" mt={6}>
          {abilities.answer && (
            <Button onClick={() => setAnswering(true)}>
              {t(answer === null ? 'instructions.answer' : 'instructions.answerAgain')}
            </Button>
          )}
          {abilities.close && (
            <Button onClick={onClose} loading={closing} rightSection={<KeyHint keys="x" />}>
              {t('instructions.close')}
            </Button>
          )}
        </Group>
      )}
    </section>
  )
  if (!mayOpenCard)
    return (
      <div className={classes.bare}>
        <Title order={2} px={12} py={8}>
          {customerName}
        </Title>
        {loop}
      </div>
    )
  return (
    <CompactCard
      customerId={customerId}
      actions={
        <Button variant="default" onClick={onOpenCard} rightSection={<KeyHint keys="k" />}>
          {t('instructions.openCard')}
        </Button>
      }
    >
      {loop}
    </CompactCard>
  )
}
