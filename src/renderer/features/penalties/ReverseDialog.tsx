import { Checkbox, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useDates } from '../../ui/use-dates.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import type { Entry } from './penalty.ts'
import { useEntryViolations } from './use-entry-violations.ts'

interface ReverseDialogProps {
  readonly entry: Entry
  readonly onClose: () => void
  readonly onDone: () => void
}

/** R-8.4 冲销: why, and which of its violations still stand and wait again. */
export function ReverseDialog({ entry, onClose, onDone }: ReverseDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const command = useCommand('penalties.reverse')
  const errors = useFieldErrors(command.failure)
  const violations = useEntryViolations(entry)
  const [reason, setReason] = useState('')
  const [kept, setKept] = useState<readonly string[]>([])
  const run = async () => {
    const done = await command.run({
      ids: [entry.entryId],
      reason: reason.trim(),
      ...(kept.length > 0 ? { keepViolationIds: [...kept] } : {}),
    })
    if (done.ok) onDone()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('penalties.reverseTitle', { name: entry.ofStaffName, on: dates.withWeekday(entry.on) })}
      confirmLabel={t('penalties.reverse')}
      onConfirm={() => void run()}
      pending={command.pending}
      failure={command.failure}
      danger
    >
      <Stack gap="sm">
        <Text>{t('penalties.reverseHint')}</Text>
        <Textarea
          id="penalties-reverse-reason"
          label={t('penalties.reverseReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          required
          data-autofocus
          autosize
          minRows={2}
        />
        {violations.length > 0 && (
          <Checkbox.Group
            label={t('penalties.keepConfirmed')}
            description={t('penalties.keepHint')}
            value={[...kept]}
            onChange={setKept}
          >
            <Stack gap={6} mt={6}>
              {violations.map(({ violationId, kind, customerName }) => (
                <Checkbox
                  key={violationId}
                  size="xs"
                  value={violationId}
                  label={`${t(`codes.violationKind.${kind}`)} · ${customerName ?? t('violations.noCustomer')}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Stack>
    </ConfirmDialog>
  )
}
