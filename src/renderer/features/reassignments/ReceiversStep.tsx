import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure } from '../../api/failure.ts'
import { useQuery } from '../../api/use-query.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { ApplyDialog } from './ApplyDialog.tsx'
import { MovesTable } from './MovesTable.tsx'
import { PreviewSummary } from './PreviewSummary.tsx'
import classes from './Reassign.module.css'
import { inputOf, type ReassignDraft } from './reassign-draft.ts'
import { ReceiverChoice } from './ReceiverChoice.tsx'
import { StepFoot } from './StepFoot.tsx'

interface StepProps {
  readonly draft: ReassignDraft
  readonly onChange: (draft: ReassignDraft) => void
  readonly onClose: () => void
}

/** To whom and how, with what comes of it at once: on the left who receives, on the right the preview. */
export function ReceiversStep({ draft, onChange, onClose }: StepProps) {
  const { t } = useTranslation()
  const [applying, setApplying] = useState(false)
  const { from, to } = draft
  const holdings = useQuery('reassignments.holdings')
  const receivers = (holdings.data?.rows ?? []).filter(
    ({ staffId, mayReceive }) => mayReceive && staffId !== from.staffId,
  )
  const input = inputOf(draft)
  const preview = useQuery(
    'reassignments.preview',
    { ...input, limit: 1 },
    { enabled: to.length > 0, keepLast: true },
  )
  const ready = to.length > 0 && preview.data && !preview.isError && !preview.isPlaceholderData
  const back = () => onChange({ ...draft, step: 'customers' })
  useShortcuts(t('reassignments.receiversStep'), [
    { keys: 'alt+ArrowLeft', label: t('reassignments.back'), run: back, inFields: true, when: !applying },
    {
      keys: 'mod+Enter',
      label: t('reassignments.apply'),
      run: () => setApplying(true),
      inFields: true,
      when: Boolean(ready) && !applying,
    },
  ])
  const details = () => {
    if (to.length === 0) {
      return <EmptyState title={t('reassignments.previewNone')} hint={t('reassignments.previewNoneHint')} />
    }
    if (preview.isError) {
      return <ErrorState error={asFailure(preview.error)} onRetry={() => void preview.refetch()} />
    }
    if (!preview.data) return <LoadingRows rows={12} />
    return (
      <div className={classes.preview}>
        <PreviewSummary preview={preview.data} fromName={from.name} />
        <MovesTable draft={draft} receivers={receivers} onChange={onChange} />
      </div>
    )
  }
  return (
    <>
      <PageTitle title={t('reassignments.titleOf', { name: from.name })}>
        <span>2 / 2 · {t('reassignments.receiversStep')}</span>
      </PageTitle>
      <SplitView
        name="reassign-to"
        listShare={38}
        detailsLabel={t('reassignments.preview')}
        list={
          <>
            {holdings.isError && (
              <ErrorState error={holdings.error} onRetry={() => void holdings.refetch()} />
            )}
            {holdings.isPending && <LoadingRows />}
            {holdings.data && <ReceiverChoice draft={draft} receivers={receivers} onChange={onChange} />}
          </>
        }
        details={details()}
      />
      <StepFoot summary={ready ? t('reassignments.summary', { count: preview.data.total }) : ''}>
        <Button variant="default" onClick={onClose}>
          {t('reassignments.cancel')}
        </Button>
        <Button variant="default" onClick={back} rightSection={<KeyHint keys="alt+ArrowLeft" />}>
          {t('reassignments.back')}
        </Button>
        <Button
          disabled={!ready}
          onClick={() => setApplying(true)}
          rightSection={<KeyHint keys="mod+Enter" />}
        >
          {t('reassignments.apply')}
        </Button>
      </StepFoot>
      {applying && preview.data && (
        <ApplyDialog
          draft={draft}
          preview={preview.data}
          onChange={onChange}
          onClose={() => setApplying(false)}
        />
      )}
    </>
  )
}
