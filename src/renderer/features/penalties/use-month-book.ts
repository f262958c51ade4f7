import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../../ui/use-words.ts'

/** Saves the month as a workbook where the person chooses; main writes it and leaves the trace. */
export function useMonthBook() {
  const { t } = useTranslation()
  const words = useWords()
  const command = useCommand('penalties.exportMonth')
  const save = async (month: string) => {
    if (command.pending) return
    const suggestedName = `${t('penalties.fileName', { month })}.xlsx`
    const path = await desktop.call('saveFile', { suggestedName, kind: 'ledger' })
    if (path === null) return
    const done = await command.run({ month, path })
    notifications.show(
      done.ok
        ? { message: t('penalties.saved', { path }), color: 'green', autoClose: 8000 }
        : {
            title: t('penalties.outputFailed'),
            message: words.failure(done.failure),
            color: 'red',
            autoClose: false,
          },
    )
  }
  return { save, pending: command.pending }
}
