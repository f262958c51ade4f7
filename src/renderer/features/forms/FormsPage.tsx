import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** 三表一卡. */
export function FormsPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('forms.title')} />
}
