import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** 轮排. */
export function RotationPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('rotation.title')} />
}
