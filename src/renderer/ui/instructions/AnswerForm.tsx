import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../states/FailureAlert.tsx'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useFieldErrors } from '../fields/use-field-errors.ts'
import { toast } from '../toast.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'

interface AnswerFormProps {
  readonly instructionId: string
  /** The answer that stands, where it is put better. */
  readonly answer?: string | null
  /** Saving goes on to the next line; the button says so. */
  readonly continues?: boolean
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** What was done about an instruction. Ctrl+Enter saves; Esc gives up. */
export function AnswerForm({ instructionId, answer, continues = false, onDone, onCancel }: AnswerFormProps) {
  const { t } = useTranslation()
  const save = useCommand('instructions.answer')
  const errors = useFieldErrors(save.failure)
  const [text, setText] = useState(answer ?? '')
  const [wasEmpty, setWasEmpty] = useState(false)

  const submit = async () => {
    if (text.trim() === '') return setWasEmpty(true)
    const done = await save.run({ instructionId, text })
    if (!done.ok) return
    toast(t('instructions.answered'))
    onDone()
  }
  const label = t(continues ? 'instructions.saveAndNext' : 'instructions.saveAnswer')
  useShortcuts(t('instructions.answer'), [
    { keys: 'mod+Enter', label, run: () => void submit(), inFields: true, inDialog: true },
    { keys: 'Escape', label: t('common.cancel'), run: onCancel, inFields: true },
  ])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Textarea
        id="instruction-answer"
        label={t('instructions.answerLabel')}
        placeholder={t('instructions.answerHint')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setWasEmpty(false)
        }}
        error={wasEmpty ? t('issues.required') : errors('text')}
        required
        autosize
        minRows={3}
        maxRows={10}
        autoFocus
        data-autofocus
        mb="xs"
      />
      <FailureAlert failure={save.failure} />
      <Group justify="flex-end" gap="sm" mt="xs">
        <Button variant="default" onClick={onCancel} rightSection={<KeyHint keys="Escape" />}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.pending} rightSection={<KeyHint keys="mod+Enter" />}>
          {label}
        </Button>
      </Group>
    </form>
  )
}
