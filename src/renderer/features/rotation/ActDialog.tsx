import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'
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
  const { title, hint, confirm, done } = words[act]
  const run = async (reason: string) => {
    const input = { staffId, reason }
    const answer =
      act === 'skip' ? await skip.run({ ...input, desk }) : await { letThrough, restore }[act].run(input)
    if (!answer.ok) return
    toast(t(done, { name }))
    onClose()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t(title, { name })}
      id="rotation-reason"
      label={t('rotation.reason')}
      need="required"
      confirmLabel={t(confirm)}
      onConfirm={run}
      command={{ skip, letThrough, restore }[act]}
    >
      {t(hint, { name })}
    </ReasonDialog>
  )
}
