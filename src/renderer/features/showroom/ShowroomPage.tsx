import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** 展厅: the register of the day. */
export function ShowroomPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('showroom.title')} />
}
