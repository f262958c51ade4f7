import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useSaveBook } from '../../ui/paper/use-save-book.ts'

/** Saves the month as a workbook. */
export function useMonthBook() {
  const { t } = useTranslation()
  const command = useCommand('penalties.exportMonth')
  const saveBook = useSaveBook()
  const save = async (month: string) => {
    if (command.pending) return
    await saveBook(t('penalties.fileName', { month }), (path) => command.run({ month, path }))
  }
  return { save, pending: command.pending }
}
