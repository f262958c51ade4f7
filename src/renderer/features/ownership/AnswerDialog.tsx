import { Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { ClaimDialogProps } from './claim-dialog.ts'
import { EvidenceField, noRecording } from './EvidenceField.tsx'

/** The owner answers, with a recording where he has one. */
export function AnswerDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const { t } = useTranslation()
  const answer = useCommand('claims.answer')
  const errors = useFieldErrors(answer.failure)
  const [text, setText] = useState(claim.answer ?? '')
  const [evidence, setEvidence] = useState<string>(claim.answerRecording?.recordingId ?? noRecording)
  const confirm = async () => {
    const recordingId = evidence === noRecording ? null : evidence
    const done = await answer.run({ claimId: claim.claimId, text: text.trim(), recordingId })
    if (done.ok) onDone(t('ownership.claim.answered'))
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('ownership.claim.answerTitle', { name: claim.claimant.name })}
      confirmLabel={t('ownership.claim.answer')}
      onConfirm={() => void confirm()}
      pending={answer.pending}
      failure={answer.failure}
    >
      <Stack gap="sm">
        <Textarea
          id="claim-answer"
          label={t('ownership.claim.answerText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={errors('text')}
          withAsterisk
          data-autofocus
          autosize
          minRows={3}
        />
        <EvidenceField
          label={t('ownership.claim.answerEvidence')}
          evidence={claim.evidence}
          value={evidence}
          onChange={setEvidence}
          error={errors('recordingId')}
        />
      </Stack>
    </ConfirmDialog>
  )
}
