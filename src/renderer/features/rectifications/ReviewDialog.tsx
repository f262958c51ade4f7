import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import type { Report } from './report.ts'

export type Review = 'accept' | 'return'

interface ReviewDialogProps {
  readonly report: Report
  readonly review: Review
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

/** The manager accepts the report, or returns it and says what is missing. */
export function ReviewDialog({ report, review, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation()
  const command = useCommand('rectifications.review')
  const { rectificationId, version, staffName: name } = report
  const accepts = review === 'accept'
  const confirm = async (note: string) => {
    const done = await command.run({
      rectificationId,
      version,
      decision: review,
      ...(note ? { note } : {}),
    })
    if (done.ok) onDone(t(accepts ? 'rectifications.doneAccept' : 'rectifications.doneReturn', { name }))
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t(accepts ? 'rectifications.acceptTitle' : 'rectifications.returnTitle', { name })}
      id="rectification-note"
      label={t(accepts ? 'rectifications.noteOptional' : 'rectifications.noteRequired')}
      field="note"
      need={accepts ? 'optional' : 'required'}
      confirmLabel={t(accepts ? 'rectifications.accept' : 'rectifications.return')}
      onConfirm={confirm}
      command={command}
    >
      {t(accepts ? 'rectifications.acceptHint' : 'rectifications.returnHint')}
    </ReasonDialog>
  )
}
