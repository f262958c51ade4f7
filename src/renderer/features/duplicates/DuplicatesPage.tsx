import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** 疑似重复 (R-3.4a). */
export function DuplicatesPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('duplicates.title')} />
}
