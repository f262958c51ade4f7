import { Button } from '@mantine/core'
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExecutionSlot } from '../../ui/ExecutionSlot.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useCursor } from '../../ui/keys/use-cursor.ts'
import { useMarkedRows } from '../../ui/lists/use-marked-rows.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { askOf, firstFilter, type Lead, type LeadFilter } from './lead.ts'
import { LeadActs } from './LeadActs.tsx'
import { LeadDetails } from './LeadDetails.tsx'
import type { LeadAct } from './lead-act.ts'
import { LeadDialogs } from './LeadDialogs.tsx'
import { LeadFilters, leadSearchId } from './LeadFilters.tsx'
import type { LeadSearch } from './lead-search.ts'
import classes from './Leads.module.css'
import type { TabProps } from './tab.ts'
import { useLeadColumns } from './use-lead-columns.tsx'
import { useStoreNow } from './use-store-now.ts'

const countsOftenMs = 60_000
const typingMs = 150
const keyOf = ({ leadId }: Lead) => leadId

interface LeadsTabProps extends TabProps {
  readonly search: LeadSearch
}

/** The leads with their clocks; the selected one beside them, with what happened and what can be done. */
export function LeadsTab({ title, tabs, search }: LeadsTabProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { staff } = useSession()
  const mayAdd = useCan('lead.add')
  const mayExecute = useCan('followUp.execute')
  const isOwn = staff.role === 'consultant'
  const now = useStoreNow()
  const [kept, setFilter] = useSessionStorage<LeadFilter>({
    key: `showroom.leads.${staff.staffId}`,
    defaultValue: firstFilter,
    getInitialValueInEffect: false,
  })
  // An address that points at something finds it whatever was filtered before.
  const isPointed = search.id !== undefined || search.show !== undefined
  const filter = isPointed ? { ...firstFilter, show: search.show ?? 'all' } : kept
  const change = (next: LeadFilter) => {
    if (isPointed) void navigate({ to: '/leads', search: {}, replace: true })
    setFilter(next)
  }
  const [text] = useDebouncedValue(filter.text, typingMs)
  const asked = askOf({ ...filter, text })
  const list = usePages('leads.list', asked, { keepLast: true })
  const counted = useQuery('leads.list', { limit: 1 }, { everyMs: countsOftenMs, keepLast: true })
  const cursor = useCursor(list.rows, keyOf, { first: search.id })
  const marks = useMarkedRows(list.rows, keyOf, cursor)
  const columns = useLeadColumns({ marks, now, isOwn })
  const [act, setAct] = useState<LeadAct | null>(null)
  const [executing, setExecuting] = useState<string | null>(null)
  const lead = marks.selected
  const nextPlan = lead?.nextPlan
  const canExecute = mayExecute && lead?.abilities.openCard === true && nextPlan != null
  const isExecuting = executing !== null && executing === lead?.leadId && canExecute
  const openCard = () => {
    if (lead?.abilities.openCard && lead.customerId !== null)
      void navigate({ to: '/customers/$customerId', params: { customerId: lead.customerId } })
  }
  const focusSearch = () => document.getElementById(leadSearchId)?.focus()
  useShortcuts(title, [
    { keys: 'n', label: t('leads.add'), run: () => setAct({ kind: 'add' }), when: mayAdd },
    { keys: '/', label: t('leads.searchLabel'), run: focusSearch },
    {
      keys: 'mod+A',
      label: t('leads.markAll'),
      run: marks.toggleAll,
      when: !isOwn && list.rows.length > 0,
    },
    {
      keys: 'e',
      label: t('leads.followUp'),
      run: () => lead && setExecuting(lead.leadId),
      when: canExecute && !isExecuting,
    },
    {
      keys: 'k',
      label: t('leads.openCard'),
      run: openCard,
      when: lead?.abilities.openCard === true && lead.customerId !== null,
    },
  ])
  const isNarrowed = filter.text !== '' || filter.ownerId !== null || filter.show !== firstFilter.show
  const empty = isNarrowed ? (
    <EmptyState title={t('leads.noneOfFilter')} hint={t('leads.noneOfFilterHint')}>
      <Button variant="default" onClick={() => change(firstFilter)}>
        {t('leads.clear')}
      </Button>
    </EmptyState>
  ) : (
    <EmptyState title={t('leads.none')} hint={t(isOwn ? 'leads.ownNoneHint' : 'leads.noneHint')} />
  )
  const late = counted.data?.counts.late ?? 0
  return (
    <>
      <PageTitle
        title={title}
        actions={
          <>
            <ExportButton list="leads" filter={asked} total={list.pending ? undefined : list.total} />
            {mayAdd && (
              <Button onClick={() => setAct({ kind: 'add' })} rightSection={<KeyHint keys="n" />}>
                {t('leads.add')}
              </Button>
            )}
          </>
        }
      >
        {tabs}
        {marks.count > 0 && <span>{t('leads.marked', { count: marks.count })}</span>}
        {late > 0 && <strong className={classes.late}>{t('leads.late', { count: late })}</strong>}
      </PageTitle>
      <LeadFilters
        filter={filter}
        counts={counted.data?.counts}
        total={list.pending || list.failure ? undefined : list.total}
        isOwn={isOwn}
        onChange={(next) => {
          marks.clear()
          change(next)
        }}
      />
      {list.failure && <ErrorState error={list.failure} onRetry={list.readAgain} />}
      {list.pending && <LoadingRows rows={14} />}
      {!list.pending && !list.failure && (
        <SplitView
          name="leads"
          listShare={65}
          detailsLabel={t('leads.details')}
          list={
            <div className={classes.list} onKeyDownCapture={marks.onKeyDown}>
              <DataTable
                label={t('leads.list')}
                columns={columns}
                items={list.rows}
                keyOf={keyOf}
                selectedKey={lead?.leadId ?? null}
                onSelect={marks.select}
                onOpen={openCard}
                onEnd={list.readMore}
                empty={empty}
              />
            </div>
          }
          details={
            isExecuting && nextPlan && lead.opportunityId !== null && lead.customerId !== null ? (
              <ExecutionSlot
                key={nextPlan.planId}
                planId={nextPlan.planId}
                opportunityId={lead.opportunityId}
                customerId={lead.customerId}
                onDone={() => setExecuting(null)}
                onCancel={() => setExecuting(null)}
              />
            ) : lead ? (
              <LeadDetails
                key={lead.leadId}
                lead={lead}
                now={now}
                acts={
                  <LeadActs
                    chosen={marks.chosen}
                    lead={lead}
                    onAct={setAct}
                    onExecute={canExecute ? () => setExecuting(lead.leadId) : null}
                    onOpenCard={openCard}
                  />
                }
              />
            ) : null
          }
        />
      )}
      {act && (
        <LeadDialogs
          act={act}
          onClose={() => setAct(null)}
          onDone={() => {
            marks.clear()
            setAct(null)
          }}
        />
      )}
    </>
  )
}
