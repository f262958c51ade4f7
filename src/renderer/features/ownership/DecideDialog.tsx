import { Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { ClaimDialogProps } from './claim-dialog.ts'
import { EvidenceField, noRecording } from './EvidenceField.tsx'

type Decision = 'approve' | 'refuse'

/** The director decides: what, on which recording or on none, and why. Nothing is chosen beforehand. */
export function DecideDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const { t } = useTranslation()
  const decide = useCommand('claims.decide')
  const errors = useFieldErrors(decide.failure)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [evidence, setEvidence] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { name } = claim.claimant
  const confirm = async () => {
    if (decision === null || evidence === null) return
    const rests = evidence === noRecording ? { withoutRecording: true } : { recordingId: evidence }
    const done = await decide.run({ claimId: claim.claimId, decision, reason: reason.trim(), ...rests })
    if (done.ok) onDone(t(`ownership.claim.decided.${decision}`, { name }))
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('ownership.claim.decideTitle', { name })}
      confirmLabel={t('ownership.claim.decide')}
      onConfirm={() => void confirm()}
      pending={decide.pending}
      failure={decide.failure}
      disabled={decision === null || evidence === null}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t('ownership.claim.verdict')}
          value={decision ?? ''}
          onChange={(value) => setDecision(value === 'approve' ? 'approve' : 'refuse')}
          withAsterisk
        >
          <Stack gap={6} mt={6}>
            <Radio value="approve" label={t('ownership.claim.approve', { name })} data-autofocus />
            <Radio value="refuse" label={t('ownership.claim.refuse')} />
          </Stack>
        </Radio.Group>
        {decision === 'approve' && <Text size="sm">{t('ownership.claim.approveHint', { name })}</Text>}
        <EvidenceField
          label={t('ownership.claim.evidence')}
          description={t('ownership.claim.evidenceHint')}
          evidence={claim.evidence}
          value={evidence}
          onChange={setEvidence}
          error={errors('recordingId')}
        />
        <Textarea
          id="claim-decision-reason"
          label={t('ownership.claim.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          withAsterisk
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
