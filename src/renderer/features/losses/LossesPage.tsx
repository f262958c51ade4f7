import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** Not written yet. */
export function LossesPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('losses.title')} />
}
