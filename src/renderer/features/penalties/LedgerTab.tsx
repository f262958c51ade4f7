import { Alert, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { formatYuan } from '#shared/domain/money.ts'
import { addDays, asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { usePages } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession, useToday } from '../../api/use-session.ts'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { EntryDetails } from './EntryDetails.tsx'
import classes from './Penalties.module.css'
import type { Entry } from './penalty.ts'
import { ReverseDialog } from './ReverseDialog.tsx'
import { useAmounts } from './use-amounts.ts'
import { useLedgerColumns } from './use-ledger-columns.tsx'

const shownDays = 90
const mostPeople = 500

/** 台账: what was entered, oldest first, with what each line rests on; the director reverses a mistake. */
export function LedgerTab() {
  const { t } = useTranslation()
  const today = useToday()
  const amounts = useAmounts()
  const mayReverse = useCan('penalty.approve')
  const [from, setFrom] = useState<BusinessDate>(() => firstOfMonth(addDays(today, -shownDays)))
  const [until, setUntil] = useState<BusinessDate>(today)
  const [staffId, setStaffId] = useState<string | null>(null)
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [reversing, setReversing] = useState<Entry | null>(null)
  const filter = { from, until, ...(staffId ? { staffId } : {}) }
  const list = usePages('penalties.ledger', filter, { keepLast: true })
  const sums = useQuery('penalties.ledger', { ...filter, limit: 1 }, { keepLast: true })
  const columns = useLedgerColumns(list.rows)
  const selected = list.rows.find(({ entryId }) => entryId === selectedId) ?? list.rows[0]
  const isReversible = mayReverse && selected?.part !== 'reversal' && selected?.reversedBy === null
  const reverse = () => selected && isReversible && setReversing(selected)
  useShortcuts(t('penalties.ledger'), [
    { keys: 'r', label: t('penalties.reverse'), run: reverse, when: isReversible },
  ])
  return (
    <>
      <ListToolbar
        {...(list.pending ? {} : { total: list.total })}
        actions={
          <ExportButton list="penalties" filter={filter} total={list.pending ? undefined : list.total} />
        }
      >
        <DateField
          aria-label={t('penalties.from')}
          value={from}
          onChange={(date) => date && setFrom(date)}
          max={until}
          lean="past"
          error={undefined}
          w={148}
        />
        <DateField
          aria-label={t('penalties.until')}
          value={until}
          onChange={(date) => date && setUntil(date)}
          min={from}
          lean="past"
          error={undefined}
          w={148}
        />
        <PersonSelect value={staffId} onChange={setStaffId} />
        {sums.data && <span className={classes.totals}>{amounts.totals(sums.data.totals)}</span>}
      </ListToolbar>
      {mayReverse && <Recomputed />}
      {list.failure && <ErrorState error={list.failure} onRetry={list.readAgain} />}
      {list.pending && <LoadingRows rows={12} />}
      {!list.pending && !list.failure && (
        <SplitView
          name="penalties-ledger"
          listShare={66}
          detailsLabel={t('penalties.entryDetails')}
          list={
            <DataTable
              label={t('penalties.ledger')}
              columns={columns}
              items={list.rows}
              keyOf={(row) => row.entryId}
              selectedKey={selected?.entryId ?? null}
              onSelect={(row) => setSelectedId(row.entryId)}
              onOpen={reverse}
              onEnd={list.readMore}
              empty={<EmptyState title={t('penalties.ledgerEmpty')} hint={t('penalties.ledgerEmptyHint')} />}
            />
          }
          details={
            selected ? (
              <EntryDetails entry={selected} {...(isReversible ? { onReverse: reverse } : {})} />
            ) : (
              <EmptyState title={t('penalties.selectEntryHint')} />
            )
          }
        />
      )}
      {reversing && (
        <ReverseDialog
          entry={reversing}
          onClose={() => setReversing(null)}
          onDone={() => {
            setReversing(null)
            toast(t('penalties.reverseDone'))
          }}
        />
      )}
    </>
  )
}

const firstOfMonth = (date: BusinessDate) => asBusinessDate(`${date.slice(0, 7)}-01`)

interface PersonSelectProps {
  readonly value: string | null
  readonly onChange: (staffId: string | null) => void
}

/** Whose lines; those who bear only their own do not choose. */
function PersonSelect({ value, onChange }: PersonSelectProps) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const reach = reachOf(staff.role, 'penalty.read')
  const people = useQuery('staff.list', { limit: mostPeople }, { enabled: reach !== 'own' })
  if (reach === 'own') return null
  const within = (people.data?.rows ?? []).filter(
    ({ staffId, role, managerId }) =>
      (role === 'consultant' || role === 'manager') &&
      (reach === 'store' || managerId === staff.staffId || staffId === staff.staffId),
  )
  return (
    <Select
      aria-label={t('penalties.staff')}
      placeholder={t('penalties.everybody')}
      value={value}
      onChange={onChange}
      data={within.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      searchable
      w={140}
    />
  )
}

/** What does not come out the same when it is worked out again. */
function Recomputed() {
  const { t } = useTranslation()
  const dates = useDates()
  const found = useQuery('penalties.recompute', {})
  const wrong = found.data?.wrong ?? []
  if (wrong.length === 0) return null
  return (
    <Alert color="red" role="alert" m="xs" title={t('penalties.recomputeWrong', { count: wrong.length })}>
      {wrong.map(({ entryId, staffName, on, amount, recomputed }) => (
        <div key={entryId}>
          {t('penalties.recomputeLine', {
            name: staffName,
            on: dates.withWeekday(on),
            amount: formatYuan(amount),
            recomputed: formatYuan(recomputed),
          })}
        </div>
      ))}
    </Alert>
  )
}
