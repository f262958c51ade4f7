import { List, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { countLines, openFigures, type Check } from './figures.ts'

interface SignDialogProps {
  readonly check: Check
  readonly onClose: () => void
  readonly onSigned: () => void
}

/** Says what a signature will freeze, and signs. */
export function SignDialog({ check, onClose, onSigned }: SignDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const sign = useCommand('dailyCheck.sign')
  const on = dates.withWeekday(check.on)
  const figures = check.store.figures
  const open = [
    ...(figures.notDone > 0 ? [{ figure: 'notDone' as const, count: figures.notDone }] : []),
    ...openFigures(figures),
  ]
  const confirm = async (note: string) => {
    const done = await sign.run({ on: check.on, ...(note ? { note } : {}) })
    if (!done.ok) return
    notifications.show({ message: t('dailyCheck.justSigned', { on }), color: 'green' })
    onSigned()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('dailyCheck.signOf', { on })}
      id="signature-note"
      label={t('dailyCheck.noteLabel')}
      placeholder={t('dailyCheck.noteHint')}
      field="note"
      confirmLabel={t('dailyCheck.sign')}
      onConfirm={confirm}
      command={sign}
    >
      <Text>{t('dailyCheck.signFreezes')}</Text>
      <List>
        <List.Item>{t('dailyCheck.freezesFigures', { consultants: check.consultants.length })}</List.Item>
        <List.Item>{t('dailyCheck.freezesLines', { lines: countLines(figures) })}</List.Item>
        <List.Item>{t('dailyCheck.attention.freezes', { count: check.attention?.length ?? 0 })}</List.Item>
        <List.Item>{t('dailyCheck.freezesPolicy', { version: check.policyVersion })}</List.Item>
      </List>
      {open.length > 0 && (
        <Text fw={700}>
          {t('dailyCheck.stillOpen', {
            what: open
              .map(({ figure, count }) =>
                t('dailyCheck.stillOpenPart', { figure: t(`codes.figure.${figure}`), count }),
              )
              .join(t('ui.and')),
          })}
        </Text>
      )}
      <Text c="dimmed">{t('dailyCheck.signOnce')}</Text>
    </ReasonDialog>
  )
}
