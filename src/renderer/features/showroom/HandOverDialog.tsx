import { Autocomplete, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useConsultantChoices } from './use-consultant-choices.ts'
import type { Board, Visit } from './visit.ts'

interface HandOverDialogProps {
  readonly visit: Visit
  readonly board: Board | undefined
  readonly onClose: () => void
}

/** Gives a visitor to somebody else, or to the first one there is, with the reason. */
export function HandOverDialog({ visit, board, onClose }: HandOverDialogProps) {
  const { t } = useTranslation()
  const choices = useConsultantChoices()
  const handOver = useCommand('visits.handOver')
  const errors = useFieldErrors(handOver.failure)
  const others = (board?.places ?? []).filter(({ staffId }) => staffId !== visit.consultantId)
  const isWaiting = visit.consultantId === null
  const [consultantId, choose] = useState<string | null>(
    others.some(({ staffId }) => staffId === board?.nextId) ? (board?.nextId ?? null) : null,
  )
  const [reason, setReason] = useState(isWaiting ? t('showroom.handOverReasons.waited') : '')
  const usual = [
    t('showroom.handOverReasons.asked'),
    t('showroom.handOverReasons.busy'),
    t('showroom.handOverReasons.waited'),
  ]
  // A list that is open takes Esc for itself: it is none where nothing fits what is typed, nor once the act was tried.
  const [isListOpen, setListOpen] = useState(false)
  const fits = usual.some((each) => each.includes(reason.trim()))
  const name = others.find(({ staffId }) => staffId === consultantId)?.name ?? ''
  const confirm = async () => {
    if (consultantId === null) return
    setListOpen(false)
    const done = await handOver.run({ visitId: visit.visitId, consultantId, reason: reason.trim() })
    if (!done.ok) return
    toast(t('showroom.handedOver', { name }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(isWaiting ? 'showroom.assignTitle' : 'showroom.handOverTitle', {
        name: visit.consultantName ?? '',
      })}
      confirmLabel={t(isWaiting ? 'showroom.assign' : 'showroom.handOver')}
      onConfirm={() => void confirm()}
      pending={handOver.pending}
      failure={handOver.failure}
      disabled={consultantId === null || reason.trim() === ''}
    >
      <Stack gap="sm">
        <Select
          id="hand-over-consultant"
          label={t('showroom.handOverTo')}
          value={consultantId}
          onChange={choose}
          data={choices(others)}
          error={errors('consultantId')}
          allowDeselect={false}
          searchable
          selectFirstOptionOnChange
          withAsterisk
          data-autofocus
        />
        <Autocomplete
          id="hand-over-reason"
          label={t('ui.field.reason')}
          value={reason}
          onChange={setReason}
          data={usual}
          dropdownOpened={isListOpen && fits}
          onDropdownOpen={() => setListOpen(true)}
          onDropdownClose={() => setListOpen(false)}
          error={errors('reason')}
          withAsterisk
        />
      </Stack>
    </ConfirmDialog>
  )
}
