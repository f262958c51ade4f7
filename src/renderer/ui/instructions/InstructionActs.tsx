import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { toast } from '../toast.ts'
import { useWords } from '../words/use-words.ts'
import { AnswerForm } from './AnswerForm.tsx'
import type { Instruction } from './instruction.ts'

/** The next step of an instruction, for whoever may take it: answer, or close. Draws nothing for others. */
export function InstructionActs({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useTranslation()
  const { pending, close } = useCloseInstruction()
  const [answering, setAnswering] = useState(false)
  const { instructionId, abilities, answer } = instruction
  if (!abilities.answer && !abilities.close) return null
  const label = t(answer === null ? 'instructions.answer' : 'instructions.answerAgain')
  return (
    <Group gap="xs" mt={4}>
      {abilities.answer && (
        <Button size="compact-xs" variant="default" onClick={() => setAnswering(true)}>
          {label}
        </Button>
      )}
      {abilities.close && (
        <Button
          size="compact-xs"
          variant="default"
          loading={pending}
          onClick={() => void close(instructionId)}
        >
          {t('instructions.close')}
        </Button>
      )}
      <Modal
        opened={answering}
        onClose={() => setAnswering(false)}
        title={label}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <p style={{ marginTop: 0, whiteSpace: 'pre-line' }}>{instruction.text}</p>
        <AnswerForm
          instructionId={instructionId}
          answer={answer}
          onDone={() => setAnswering(false)}
          onCancel={() => setAnswering(false)}
        />
      </Modal>
    </Group>
  )
}

/** Closes an answered instruction and says so, or says why not. */
export function useCloseInstruction() {
  const { t } = useTranslation()
  const words = useWords()
  const command = useCommand('instructions.close')
  const close = async (instructionId: string) => {
    const done = await command.run({ instructionId })
    if (done.ok) toast(t('instructions.closed'))
    else toast(words.failure(done.failure), 'warn')
  }
  return { pending: command.pending, close }
}
