import { useTranslation } from 'react-i18next'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { useWords } from '../../ui/words/use-words.ts'
import type { ChangeableField, VisitDraft } from './visit-draft.ts'

/** The name and the value of a field of a line, as a person reads them. */
export function useVisitValue() {
  const { t } = useTranslation()
  const words = useWords()
  const label = (field: ChangeableField): string => words.field(field)
  const of = (field: ChangeableField, draft: VisitDraft): string => {
    const value = draft[field]
    if (value === null || value === '') return t('common.none')
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    if (field === 'kind') return t(`codes.visitKind.${draft.kind}`)
    if (field === 'phoneMissing' && draft.phoneMissing)
      return t(`codes.phoneMissingReason.${draft.phoneMissing}`)
    return field === 'phone' ? formatPhone(value) : value
  }
  return { label, of }
}
