import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { CustomersStep } from './CustomersStep.tsx'
import { DonePanel } from './DonePanel.tsx'
import { History } from './History.tsx'
import { Holdings } from './Holdings.tsx'
import { newDraft, useDraft } from './reassign-draft.ts'
import { ReceiversStep } from './ReceiversStep.tsx'

/** 客户再分配 (R-7.1 … ): who holds what; then, step by step, whom of them goes to whom; and what was done before. */
export function ReassignPage() {
  const { t } = useTranslation()
  const [draft, setDraft] = useDraft()
  if (!draft) {
    return (
      <>
        <PageTitle title={t('reassignments.title')} />
        <SplitView
          name="reassign"
          listShare={62}
          detailsLabel={t('reassignments.history')}
          list={<Holdings onStart={(from) => setDraft(newDraft(from))} />}
          details={<History />}
        />
      </>
    )
  }
  const steps = { draft, onChange: setDraft, onClose: () => setDraft(null) }
  if (draft.done) return <DonePanel {...steps} done={draft.done} />
  return draft.step === 'customers' ? <CustomersStep {...steps} /> : <ReceiversStep {...steps} />
}
