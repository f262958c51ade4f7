import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'

/** 爽约: he has not come; asked once, for it drops what was planned for the visit. */
export function NoShowButton({ appointmentId }: { readonly appointmentId: string }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const noShow = useCommand('appointments.noShow')
  useShortcuts(t('toDo.title'), [
    { keys: 'x', label: t('toDo.noShow'), run: () => setAsking(true), when: !isAsking },
  ])
  const mark = async () => {
    const done = await noShow.run({ appointmentId })
    if (!done.ok) return
    setAsking(false)
    toast(t('toDo.noShowMarked'))
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)} rightSection={<KeyHint keys="x" />}>
        {t('toDo.noShow')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('toDo.noShowTitle')}
        confirmLabel={t('toDo.noShow')}
        onConfirm={() => void mark()}
        pending={noShow.pending}
        failure={noShow.failure}
      >
        {t('toDo.noShowHint')}
      </ConfirmDialog>
    </>
  )
}
