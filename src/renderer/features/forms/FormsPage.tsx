import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { CardView } from './CardView.tsx'
import { ProgressView } from './ProgressView.tsx'
import { RegisterView } from './RegisterView.tsx'
import { ReportView } from './ReportView.tsx'
import { useFormChoice } from './use-form-choice.ts'

/** 三表一卡: the three forms and the card, each in the shape of its paper. */
export function FormsPage() {
  const { t } = useTranslation()
  const choice = useFormChoice()
  const views = {
    visit_register: RegisterView,
    progress_sheet: ProgressView,
    daily_report: ReportView,
    customer_card: CardView,
  } as const
  const View = views[choice.kind]
  return (
    <>
      <PageTitle title={t('forms.title')} />
      <View choice={choice} />
    </>
  )
}
