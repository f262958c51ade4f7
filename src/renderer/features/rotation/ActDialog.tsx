import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import type { Act } from './acts.ts'
import type { Board, Place } from './place.ts'

interface ActDialogProps {
  readonly act: Act
  readonly place: Place
  readonly desk: Board['desk']
  readonly onClose: () => void
}

const words = {
  skip: {
    title: 'rotation.skipTitle',
    hint: 'rotation.skipHint',
    confirm: 'rotation.skip',
    done: 'rotation.skipped',
  },
  letThrough: {
    title: 'rotation.letThroughTitle',
    hint: 'rotation.letThroughHint',
    confirm: 'rotation.letThroughAct',
    done: 'rotation.letThroughDone',
  },
  restore: {
    title: 'rotation.restoreTitle',
    hint: 'rotation.restoreHint',
    confirm: 'rotation.restore',
    done: 'rotation.restored',
  },
} as const

/** Passes somebody over next, lets him through today, or takes him back: each with a reason that is kept. */
export function ActDialog({ act, place: { staffId, name }, desk, onClose }: ActDialogProps) {
  const { t } = useTranslation()
  const skip = useCommand('rotation.skip')
  const letThrough = useCommand('rotation.letThrough')
  const restore = useCommand('rotation.restore')
  const [reason, setReason] = useState('')
  const command = { skip, letThrough, restore }[act]
  const errors = useFieldErrors(command.failure)
  const { title, hint, confirm, done } = words[act]
  const run = async () => {
    const input = { staffId, reason: reason.trim() }
    const answer =
      act === 'skip' ? await skip.run({ ...input, desk }) : await { letThrough, restore }[act].run(input)
    if (!answer.ok) return
    toast(t(done, { name }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(title, { name })}
      confirmLabel={t(confirm)}
      onConfirm={() => void run()}
      pending={command.pending}
      failure={command.failure}
    >
      <Stack gap="sm">
        <Text>{t(hint, { name })}</Text>
        <Textarea
          id="rotation-reason"
          label={t('rotation.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          data-autofocus
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
