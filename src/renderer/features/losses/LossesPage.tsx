import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LinesAndDetails } from '../../ui/lists/LinesAndDetails.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useCursor } from '../../ui/keys/use-cursor.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { DecideDialog, type Decision } from './DecideDialog.tsx'
import type { Loss } from './loss.ts'
import { LossDetails } from './LossDetails.tsx'
import { LossRow } from './LossRow.tsx'

const keyOf = ({ opportunityId }: Loss) => opportunityId

/** 战败待审: what consultants gave up, for the manager to approve or to send back. */
export function LossesPage() {
  const { t } = useTranslation()
  const dates = useDates()
  const mayDecide = useCan('loss.decide')
  const list = usePages('losses.list', {})
  const { rows, total, pending } = list
  const { selected, select } = useCursor(rows, keyOf)
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
  const empty = mayDecide ? (
    <EmptyState title={t('losses.none')} hint={t('losses.noneHint')} />
  ) : (
    <EmptyState title={t('losses.ownNone')} hint={t('losses.ownNoneHint')} />
  )
  return (
    <>
      <PageTitle title={title} actions={<ExportButton list="losses" total={pending ? undefined : total} />}>
        {!pending && <span>{total}</span>}
      </PageTitle>
      <LinesAndDetails
        name="losses"
        listShare={45}
        list={list}
        label={t('losses.list')}
        keyOf={keyOf}
        renderItem={(row) => <LossRow loss={row} />}
        selected={selected}
        onSelect={select}
        onOpen={() => decide('approve')}
        empty={empty}
        detailsLabel={t('losses.details')}
        renderDetails={(row) => <LossDetails loss={row} onDecide={decide} />}
      />
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
