import { useTranslation } from 'react-i18next'
import { EntrancePanel } from '../../ui/EntrancePanel.tsx'

/** Not written yet. */
export function SignInPage() {
  const { t } = useTranslation()
  return <EntrancePanel>{t('session.title')}</EntrancePanel>
}
