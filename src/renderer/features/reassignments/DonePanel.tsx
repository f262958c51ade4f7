import { Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { ReassignDraft } from './reassign-draft.ts'
import { UndoDialog } from './UndoDialog.tsx'

interface DonePanelProps {
  readonly draft: ReassignDraft
  readonly done: CallOutput<'reassignments.apply'>
  readonly onClose: () => void
}

/** What was done, with the way back. */
export function DonePanel({ draft, done, onClose }: DonePanelProps) {
  const { t } = useTranslation()
  const [undoing, setUndoing] = useState(false)
  const list = done.rows
    .map(({ name, customers }) => t('reassignments.received', { name, customers }))
    .join(t('ui.and'))
  useShortcuts(t('reassignments.title'), [
    { keys: 'mod+Enter', label: t('reassignments.close'), run: onClose, when: !undoing },
  ])
  return (
    <>
      <PageTitle title={t('reassignments.titleOf', { name: draft.from.name })} />
      <EmptyState
        icon={<IconCircleCheck size={36} stroke={1.2} aria-hidden />}
        title={t('reassignments.done', { count: done.moved })}
        hint={t('reassignments.doneHint', { list })}
      >
        <Group mt="md" gap="sm" justify="center">
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={15} aria-hidden />}
            onClick={() => setUndoing(true)}
          >
            {t('reassignments.undo')}
          </Button>
          <Button onClick={onClose} rightSection={<KeyHint keys="mod+Enter" />} autoFocus>
            {t('reassignments.close')}
          </Button>
        </Group>
      </EmptyState>
      {undoing && (
        <UndoDialog
          reassignmentId={done.reassignmentId}
          fromName={draft.from.name}
          customers={done.moved}
          onClose={() => setUndoing(false)}
          onDone={(message) => {
            onClose()
            toast(message)
          }}
        />
      )}
    </>
  )
}
