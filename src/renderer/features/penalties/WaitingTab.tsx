import { Button, Checkbox } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import { ApprovalPreview } from './ApprovalPreview.tsx'
import { OccasionsOfPerson } from './OccasionsOfPerson.tsx'
import classes from './Penalties.module.css'
import { keyOfOccasion, type Occasion } from './penalty.ts'

const mostAtOnce = 500

/** What managers confirmed, by person, to be ticked and approved from a preview. */
export function WaitingTab() {
  const { t } = useTranslation()
  const mayApprove = useCan('penalty.approve')
  const waiting = useQuery('penalties.waiting', {})
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const entries = waiting.data?.entries ?? []
  const chosen = entries.filter((each) => ticked.has(keyOfOccasion(each)))
  const violationIds = chosen.flatMap((each) => each.violationIds)
  const preview = useQuery(
    'penalties.preview',
    { violationIds: violationIds.slice(0, mostAtOnce) },
    { enabled: violationIds.length > 0 && violationIds.length <= mostAtOnce, keepLast: true },
  )
  const shown = violationIds.length > 0 ? preview.data : undefined
  const isReady =
    mayApprove && shown !== undefined && shown.entries.every(({ obstacles }) => obstacles.length === 0)
  const tick = (occasions: readonly Occasion[], on: boolean) => {
    const next = new Set(ticked)
    for (const each of occasions) {
      if (on) next.add(keyOfOccasion(each))
      else next.delete(keyOfOccasion(each))
    }
    setTicked(next)
  }
  const isAll = chosen.length === entries.length
  useShortcuts(t('penalties.waitingTab'), [
    {
      keys: 'a',
      label: t('penalties.selectAll'),
      run: () => tick(entries, !isAll),
      when: entries.length > 0,
    },
    {
      keys: 'F10',
      label: t('penalties.approve'),
      run: () => setAsking(true),
      inFields: true,
      when: isReady,
    },
  ])
  if (waiting.error && !waiting.data)
    return <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
  if (waiting.isPending) return <LoadingRows rows={10} />
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={36} stroke={1.2} aria-hidden />}
        title={t('penalties.waitingEmpty')}
        hint={t('penalties.waitingEmptyHint')}
      />
    )
  }
  const people = [...Map.groupBy(entries, ({ staffId }) => staffId).values()]
  return (
    <>
      <SplitView
        name="penalties-waiting"
        listShare={56}
        detailsLabel={t('penalties.preview')}
        list={
          <div className={classes.scroll}>
            <ListToolbar
              shown={chosen.length}
              total={entries.length}
              actions={
                mayApprove ? (
                  <Button
                    disabled={!isReady}
                    onClick={() => setAsking(true)}
                    rightSection={<KeyHint keys="F10" />}
                  >
                    {t('penalties.approve')}
                  </Button>
                ) : (
                  <span className={classes.quiet}>{t('penalties.onlyDirector')}</span>
                )
              }
            >
              <Checkbox
                size="xs"
                label={t('penalties.selectAll')}
                checked={isAll}
                indeterminate={chosen.length > 0 && !isAll}
                onChange={() => tick(entries, !isAll)}
              />
              <KeyHint keys="a" />
            </ListToolbar>
            {people.map((occasions) => (
              <OccasionsOfPerson
                key={occasions[0]?.staffId}
                occasions={occasions}
                isTicked={(each) => ticked.has(keyOfOccasion(each))}
                onTick={tick}
              />
            ))}
          </div>
        }
        details={
          violationIds.length > mostAtOnce ? (
            <EmptyState title={t('penalties.tooMany')} />
          ) : (
            <ApprovalPreview preview={shown} failure={preview.error} count={chosen.length} />
          )
        }
      />
      {asking && shown && (
        <ApproveDialog
          violationIds={violationIds}
          preview={shown}
          onClose={() => setAsking(false)}
          onDone={(done) => {
            setAsking(false)
            setTicked(new Set())
            toast(t('penalties.approved', done))
          }}
        />
      )}
    </>
  )
}
