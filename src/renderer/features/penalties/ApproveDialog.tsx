import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useAmounts } from './use-amounts.ts'

interface ApproveDialogProps {
  readonly violationIds: readonly string[]
  readonly preview: CallOutput<'penalties.preview'>
  readonly onClose: () => void
  /** How many occasions were approved, and how many entries of the ledger came of them, those of managers among them. */
  readonly onDone: (done: { readonly count: number; readonly entries: number }) => void
}

/** The last word before the ledger: what it comes to, and that it stays. */
export function ApproveDialog({ violationIds, preview, onClose, onDone }: ApproveDialogProps) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const approve = useCommand('penalties.approve')
  const run = async (reason: string) => {
    const done = await approve.run({ violationIds: [...violationIds], ...(reason ? { reason } : {}) })
    if (done.ok) onDone({ count: preview.entries.length, entries: done.value.entryIds.length })
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('penalties.approveTitle', { count: preview.entries.length })}
      id="penalties-approve-reason"
      label={t('violations.reasonOptional')}
      confirmLabel={t('penalties.approve')}
      onConfirm={run}
      command={approve}
    >
      <Text fw={700}>{amounts.totals(preview.totals)}</Text>
      <Text>{t('penalties.approveHint')}</Text>
    </ReasonDialog>
  )
}
