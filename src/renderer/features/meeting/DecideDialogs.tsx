import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { toast } from '../../ui/toast.ts'
import type { Violation } from './agenda.ts'

interface DecideProps {
  readonly name: string
  readonly violations: readonly Violation[]
  readonly onClose: () => void
}
const idsOf = (violations: readonly Violation[]) => violations.map(({ violationId }) => violationId)

/** Confirms the violations of the page. */
export function ConfirmViolations({ name, violations, onClose }: DecideProps) {
  const { t } = useTranslation()
  const command = useCommand('violations.confirm')
  const confirm = async () => {
    const done = await command.run({ violationIds: idsOf(violations) })
    if (!done.ok) return
    toast(t('meeting.confirmedCount', { count: done.value.confirmed }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('meeting.confirmTitle', { name, count: violations.length })}
      confirmLabel={t('meeting.confirm')}
      onConfirm={() => void confirm()}
      pending={command.pending}
      failure={command.failure}
    >
      <Listed violations={violations} />
      <Text mt="xs" mb="sm">
        {t('meeting.confirmHint')}
      </Text>
    </ConfirmDialog>
  )
}

/** Waives them, with a reason. */
export function WaiveViolations({ name, violations, onClose }: DecideProps) {
  const { t } = useTranslation()
  const command = useCommand('violations.waive')
  const waive = async (reason: string) => {
    const done = await command.run({ violationIds: idsOf(violations), reason })
    if (!done.ok) return
    toast(t('meeting.waivedCount', { count: done.value.waived }))
    onClose()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('meeting.waiveTitle', { name, count: violations.length })}
      id="meeting-waive-reason"
      label={t('meeting.waiveReason')}
      need="awaited"
      confirmLabel={t('meeting.waive')}
      onConfirm={waive}
      command={command}
    >
      <Listed violations={violations} />
    </ReasonDialog>
  )
}

function Listed({ violations }: { readonly violations: readonly Violation[] }) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <List>
      {violations.map(({ violationId, kind, on }) => (
        <List.Item key={violationId}>
          {t(`codes.violationKind.${kind}`)} · {dates.near(on)}
        </List.Item>
      ))}
    </List>
  )
}
