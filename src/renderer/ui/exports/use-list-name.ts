import { useTranslation } from 'react-i18next'
import type { ExportedList } from '#shared/contract/exports.ts'

/** What a list is called. */
export function useListName(list: ExportedList): string {
  const { t } = useTranslation()
  return t(`exports.list.${list}`)
}
