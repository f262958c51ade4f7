import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { HandoffDialogs, type Asked } from './HandoffDialogs.tsx'
import { HandoffTable } from './HandoffTable.tsx'
import { leaveTone, type Handoff, type Leave } from './leave.ts'
import { LeaveActs } from './LeaveActs.tsx'
import { WhileAway } from './WhileAway.tsx'

type View = 'unresolved' | 'resolved' | 'whileAway'

/** 交接清单: what is left of a leave, line by line, and what has been done about it. */
export function HandoffPage() {
  const { t } = useTranslation()
  const { leaveId } = useParams({ from: '/frame/leaves/$leaveId' })
  const { data, error, refetch } = useQuery('leaves.handoff', { leaveId }, { keepLast: true })
  const [asked, setAsked] = useState<Asked | null>(null)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} />
  return (
    <>
      <PageTitle
        title={t('leaves.handoff')}
        actions={<LeaveActs handoff={data} onAsk={(act) => setAsked({ act })} />}
      >
        <LeaveFacts leave={data.leave} />
      </PageTitle>
      {data.leave.status === 'cancelled' ? (
        <EmptyState title={t('leaves.cancelledTitle')}>
          <LinkButton to="/leaves" variant="default">
            {t('common.back')}
          </LinkButton>
        </EmptyState>
      ) : (
        <Views key={leaveId} handoff={data} onAsk={setAsked} />
      )}
      <HandoffDialogs asked={asked} handoff={data} onClose={() => setAsked(null)} />
    </>
  )
}

function LeaveFacts({ leave }: { readonly leave: Leave }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { staffName, kind, from, until, status, backOn } = leave
  return (
    <>
      <strong>{staffName}</strong>
      <span>
        {t(`codes.leaveKind.${kind}`)}{' '}
        {t('leaves.span', { from: dates.withWeekday(from), until: dates.withWeekday(until) })}
      </span>
      <Tag tone={leaveTone[status]}>{t(`codes.leaveStatus.${status}`)}</Tag>
      {status !== 'cancelled' && (
        <span>
          {t('leaves.back')} {dates.withWeekday(backOn)}
        </span>
      )}
    </>
  )
}

interface ViewsProps {
  readonly handoff: Handoff
  readonly onAsk: (asked: Asked) => void
}

/** The lines that are left, those that are resolved, and what happened meanwhile. */
function Views({ handoff, onAsk }: ViewsProps) {
  const { t } = useTranslation()
  const { leave, unresolved, resolved } = handoff
  const begun = leave.status === 'confirmed'
  const today = useToday()
  // Once it is over, what happened meanwhile is what one comes for.
  const [view, setView] = useState<View>(begun && leave.until < today ? 'whileAway' : 'unresolved')
  const plansLeft = unresolved.filter(({ proposedOn }) => proposedOn !== null)
  const choices: readonly { readonly value: View; readonly keys: string; readonly label: string }[] = [
    { value: 'unresolved', keys: '1', label: t('leaves.unresolved', { count: unresolved.length }) },
    { value: 'resolved', keys: '2', label: t('leaves.resolved', { count: resolved.length }) },
    ...(begun ? [{ value: 'whileAway' as const, keys: '3', label: t('leaves.whileAway') }] : []),
  ]
  const navigate = useNavigate()
  useShortcuts(t('leaves.view'), [
    ...choices.map(({ value, keys, label }) => ({ keys, label, run: () => setView(value) })),
    { keys: 'Escape', label: t('common.back'), run: () => void navigate({ to: '/leaves' }) },
  ])
  return (
    <>
      <ListToolbar
        actions={
          <>
            <LinkButton to="/leaves" variant="subtle" rightSection={<KeyHint keys="Escape" />}>
              {t('common.back')}
            </LinkButton>
            {leave.abilities.resolve && plansLeft.length > 0 && (
              <Button
                variant="default"
                onClick={() => onAsk({ act: 'rest' })}
                rightSection={<KeyHint keys="r" />}
              >
                {t('leaves.rest')}
              </Button>
            )}
          </>
        }
      >
        <ChoiceGroup label={t('leaves.view')} labelHidden value={view} onChange={setView} choices={choices} />
      </ListToolbar>
      {view === 'whileAway' ? (
        <WhileAway leaveId={leave.leaveId} />
      ) : view === 'unresolved' ? (
        unresolved.length === 0 ? (
          <EmptyState
            title={t('leaves.nothingOpen')}
            hint={t(begun ? 'leaves.nothingOpenConfirmed' : 'leaves.nothingOpenHint')}
          />
        ) : (
          <HandoffTable handoff={handoff} lines={unresolved} onAsk={onAsk} />
        )
      ) : resolved.length === 0 ? (
        <EmptyState title={t('leaves.nothingResolved')} />
      ) : (
        <HandoffTable handoff={handoff} lines={resolved} onAsk={onAsk} />
      )}
    </>
  )
}
