import { Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
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
  const violations = useEntryViolations(entry)
  const [kept, setKept] = useState<readonly string[]>([])
  const run = async (reason: string) => {
    const done = await command.run({
      ids: [entry.entryId],
      reason,
      ...(kept.length > 0 ? { keepViolationIds: [...kept] } : {}),
    })
    if (done.ok) onDone()
  }
  return (
    <ReasonDialog
      danger
      onClose={onClose}
      title={t('penalties.reverseTitle', { name: entry.ofStaffName, on: dates.withWeekday(entry.on) })}
      id="penalties-reverse-reason"
      label={t('penalties.reverseReason')}
      need="required"
      below={
        violations.length > 0 && (
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
        )
      }
      confirmLabel={t('penalties.reverse')}
      onConfirm={run}
      command={command}
    >
      {t('penalties.reverseHint')}
    </ReasonDialog>
  )
}
