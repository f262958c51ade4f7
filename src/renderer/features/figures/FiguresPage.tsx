import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** 展厅指标 (section 14). */
export function FiguresPage() {
  const { t } = useTranslation()
  return <PageTitle title={t('figures.title')} />
}
