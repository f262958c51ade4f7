import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** 线索. */
export function LeadsPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('leads.title')} />
}
