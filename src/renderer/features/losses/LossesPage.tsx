import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/use-dates.ts'
import { useCursor } from '../../ui/use-cursor.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { DecideDialog, type Decision } from './DecideDialog.tsx'
import type { Loss } from './loss.ts'
import { LossDetails } from './LossDetails.tsx'
import classes from './Losses.module.css'
import { LossRow } from './LossRow.tsx'

/** 战败待审: what consultants gave up, for the manager to approve or to send back. */
export function LossesPage() {
  const { t } = useTranslation()
  const dates = useDates()
  const mayDecide = useCan('loss.decide')
  const { rows, total, pending, failure, readAgain, readMore } = usePages('losses.list', {})
  const { selected, select } = useCursor(rows, (row) => row.opportunityId)
  const [deciding, setDeciding] = useState<{ readonly decision: Decision; readonly loss: Loss } | null>(null)

  const decide = (decision: Decision) => selected?.mayDecide && setDeciding({ decision, loss: selected })
  useShortcuts(t('losses.title'), [
    {
      keys: 'a',
      label: t('losses.approve'),
      run: () => decide('approve'),
      when: mayDecide && rows.length > 0,
    },
    { keys: 'r', label: t('losses.refuse'), run: () => decide('refuse'), when: mayDecide && rows.length > 0 },
  ])
  const title = t(mayDecide ? 'losses.title' : 'losses.ownTitle')
  const body = () => {
    if (failure) return <ErrorState error={failure} onRetry={readAgain} />
    if (pending) return <LoadingRows rows={10} rowHeight={52} />
    if (rows.length === 0) {
      return mayDecide ? (
        <EmptyState title={t('losses.none')} hint={t('losses.noneHint')} />
      ) : (
        <EmptyState title={t('losses.ownNone')} hint={t('losses.ownNoneHint')} />
      )
    }
    return (
      <SplitView
        name="losses"
        listShare={45}
        detailsLabel={t('losses.details')}
        list={
          <div className={classes.list}>
            <VirtualList
              label={t('losses.list')}
              items={rows}
              keyOf={(row) => row.opportunityId}
              rowHeight={52}
              renderItem={(row) => <LossRow loss={row} />}
              selectedKey={selected?.opportunityId ?? null}
              onSelect={select}
              onOpen={() => decide('approve')}
              onEnd={readMore}
            />
          </div>
        }
        details={
          selected ? (
            <LossDetails loss={selected} onDecide={decide} />
          ) : (
            <EmptyState title={t('losses.choose')} />
          )
        }
      />
    )
  }
  return (
    <>
      <PageTitle title={title} actions={<ExportButton list="losses" total={pending ? undefined : total} />}>
        {!pending && <span>{total}</span>}
      </PageTitle>
      {body()}
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(null)}
          onDone={(message) => {
            setDeciding(null)
            toast(message)
          }}
          sayOn={(on) => dates.withWeekday(on)}
        />
      )}
    </>
  )
}
