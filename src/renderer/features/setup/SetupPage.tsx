import { useTranslation } from 'react-i18next'
import { EntrancePanel } from '../../ui/EntrancePanel.tsx'

/** Not written yet. */
export function SetupPage() {
  const { t } = useTranslation()
  return <EntrancePanel>{t('setup.title')}</EntrancePanel>
}
