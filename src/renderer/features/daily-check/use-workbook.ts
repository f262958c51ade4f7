import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useSaveBook } from '../../ui/paper/use-save-book.ts'

interface Book {
  readonly on: string
  readonly sheet: 'now' | 'signed'
  readonly signedBy?: string | undefined
  /** Whose it is, for the name of the file. */
  readonly name: string
}

/** Saves a sheet as a workbook. */
export function useWorkbook() {
  const { t } = useTranslation()
  const command = useCommand('dailyCheck.exportSheet')
  const saveBook = useSaveBook()
  const save = async ({ on, sheet, signedBy, name }: Book) => {
    if (command.pending) return
    await saveBook(t('dailyCheck.fileName', { on, name }), (path) =>
      command.run({ on, sheet, path, ...(signedBy ? { signedBy } : {}) }),
    )
  }
  return { save, pending: command.pending }
}
