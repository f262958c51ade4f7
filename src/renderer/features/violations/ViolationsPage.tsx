import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { violationStatuses } from '#shared/domain/codes.ts'
import { usePages } from '../../api/use-pages.ts'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useCursor } from '../../ui/keys/use-cursor.ts'
import { useMarkedRows } from '../../ui/lists/use-marked-rows.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { ActDialog, type Act } from './ActDialog.tsx'
import { useViolationColumns } from './use-violation-columns.tsx'
import type { Violation } from './violation.ts'
import { ViolationActions } from './ViolationActions.tsx'
import { ViolationDetails } from './ViolationDetails.tsx'
import { ViolationFilters } from './ViolationFilters.tsx'
import classes from './ViolationsPage.module.css'
import { readViolationSearch, type ViolationSearch } from './violation-search.ts'

const keyOf = ({ violationId }: Violation) => violationId

/** 违规: what was found, why, and what becomes of it; several can be decided in one act. */
export function ViolationsPage() {
  const { t } = useTranslation()
  const search = readViolationSearch({ ...useSearch({ from: '/frame/violations' }) })
  const navigate = useNavigate()
  const list = usePages('violations.list', search, { keepLast: true })
  const cursor = useCursor(list.rows, keyOf, { waits: true })
  const marks = useMarkedRows(list.rows, keyOf, cursor)
  const columns = useViolationColumns(marks)
  const [acting, setActing] = useState<{ readonly act: Act; readonly about: readonly Violation[] } | null>(
    null,
  )
  const setSearch = (next: ViolationSearch) =>
    void navigate({ to: '/violations', search: next, replace: true })
  const filtered = Object.keys(search).length > 0
  const narrowed = Object.keys(search).some((name) => name !== 'status')
  const { status, ...rest } = search
  useShortcuts(t('violations.title'), [
    { keys: 'mod+A', label: t('violations.markAll'), run: marks.toggleAll, when: list.rows.length > 0 },
    {
      keys: 'x',
      label: t('violations.clear'),
      run: () => setSearch(status ? { status } : {}),
      when: narrowed,
    },
  ])
  const open = ({ customerId }: Violation) => {
    if (customerId !== null) void navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  const actions = (
    <>
      <ViolationActions about={marks.chosen} onAct={(act, about) => setActing({ act, about })} />
      <ExportButton list="violations" filter={search} total={list.pending ? undefined : list.total} />
    </>
  )
  return (
    <>
      <PageTitle title={t('violations.title')} actions={actions}>
        {marks.count > 0 && (
          <span>
            {marks.isAll && list.total > marks.count
              ? t('violations.markedOf', { count: marks.count, total: list.total })
              : t('violations.marked', { count: marks.count })}
          </span>
        )}
      </PageTitle>
      <div className={classes.tabs}>
        <SegmentedControl
          aria-label={t('violations.tabs')}
          size="xs"
          value={status ?? ''}
          onChange={(value) => {
            const next = violationStatuses.find((each) => each === value)
            marks.clear()
            setSearch(next ? { ...rest, status: next } : rest)
          }}
          data={[
            { value: '', label: t('common.all') },
            ...violationStatuses.map((value) => ({ value, label: t(`codes.violationStatus.${value}`) })),
          ]}
        />
      </div>
      <ViolationFilters
        search={search}
        total={list.pending || list.failure ? undefined : list.total}
        onChange={setSearch}
      />
      {list.failure && <ErrorState error={list.failure} onRetry={list.readAgain} />}
      {list.pending && <LoadingRows rows={14} />}
      {!list.pending && !list.failure && (
        <SplitView
          name="violations"
          listShare={64}
          detailsLabel={t('violations.details')}
          list={
            <div className={classes.list} onKeyDownCapture={marks.onKeyDown}>
              <DataTable
                label={t('violations.list')}
                columns={columns}
                items={list.rows}
                keyOf={keyOf}
                selectedKey={marks.selected?.violationId ?? null}
                onSelect={marks.select}
                onOpen={open}
                onEnd={list.readMore}
                empty={
                  filtered ? (
                    <EmptyState
                      title={t('violations.emptyFiltered')}
                      hint={t('violations.emptyFilteredHint')}
                    />
                  ) : (
                    <EmptyState
                      icon={<IconCircleCheck size={36} stroke={1.2} aria-hidden />}
                      title={t('violations.empty')}
                      hint={t('violations.emptyHint')}
                    />
                  )
                }
              />
            </div>
          }
          details={
            marks.selected ? (
              <ViolationDetails violation={marks.selected} />
            ) : (
              <EmptyState title={t('violations.choose')} />
            )
          }
        />
      )}
      {acting && (
        <ActDialog
          {...acting}
          onClose={() => setActing(null)}
          onDone={(message) => {
            setActing(null)
            marks.clear()
            toast(message)
          }}
        />
      )}
    </>
  )
}
