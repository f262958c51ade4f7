import { useTranslation } from 'react-i18next'
import type { CallInput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { useSaveBook } from '../../ui/paper/use-save-book.ts'
import type { FormKind } from './form.ts'

type ExportInput = CallInput<'forms.export'>
/** Which form is saved, without the path that is asked for. */
export type FormToSave = ExportInput extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'path'>
    : never
  : never

/** Saves a form as a workbook in the shape of the paper. */
export function useFormBook() {
  const { t } = useTranslation()
  const command = useCommand('forms.export')
  const saveBook = useSaveBook()
  const nameOf = (
    kind: FormKind,
    about: { readonly on: string; readonly month: string; readonly name: string },
  ) => t(`forms.fileName.${kind}`, about).trim()
  const save = async (form: FormToSave, fileName: string) => {
    if (command.pending) return
    await saveBook(fileName, (path) => command.run({ ...form, path }))
  }
  return { save, nameOf, pending: command.pending }
}
