import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** Not written yet. */
export function ToDoPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('toDo.title')} />
}
