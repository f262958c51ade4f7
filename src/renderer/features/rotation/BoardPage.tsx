import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** 轮排 on the big screen of the showroom. */
export function BoardPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('rotation.title')} />
}
