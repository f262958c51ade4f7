import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWords } from '../../ui/use-words.ts'
import { Saved } from './use-sheet-output.tsx'

interface Book {
  readonly on: string
  readonly sheet: 'now' | 'signed'
  readonly signedBy?: string | undefined
  /** Whose it is, for the name of the file. */
  readonly name: string
}

/** Saves a sheet as a workbook where the person chooses; main writes it and leaves the trace. */
export function useWorkbook() {
  const { t } = useTranslation()
  const words = useWords()
  const command = useCommand('dailyCheck.exportSheet')
  const save = async ({ on, sheet, signedBy, name }: Book) => {
    if (command.pending) return
    const suggestedName = `${t('dailyCheck.fileName', { on, name })}.xlsx`
    const path = await desktop.call('saveFile', { suggestedName, kind: 'ledger' })
    if (path === null) return
    const done = await command.run({ on, sheet, path, ...(signedBy ? { signedBy } : {}) })
    if (done.ok)
      notifications.show({ message: <Saved path={done.value.path} />, color: 'green', autoClose: 8000 })
    else
      notifications.show({
        title: t('dailyCheck.outputFailed'),
        message: words.failure(done.failure),
        color: 'red',
        autoClose: false,
      })
  }
  return { save, pending: command.pending }
}
