import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useToday } from '../../api/use-session.ts'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { MonthWalk } from '../../ui/page/MonthWalk.tsx'
import { SheetButtons } from '../../ui/paper/SheetButtons.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import classes from './Penalties.module.css'
import { MonthOpen } from './MonthOpen.tsx'
import { PersonEntries } from './PersonEntries.tsx'
import { useAmounts } from './use-amounts.ts'
import { useMonthBook } from './use-month-book.ts'
import { useMonthColumns } from './use-month-columns.tsx'

/** 月表: what each person within reach bears in a month, and the store; printed and saved from here. */
export function MonthTab({ onWaiting }: { readonly onWaiting: () => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const navigate = useNavigate()
  const amounts = useAmounts()
  const [month, setMonth] = useSessionStorage({
    key: 'showroom.penalties.month',
    defaultValue: today.slice(0, 7),
    getInitialValueInEffect: false,
  })
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const sheet = useQuery('penalties.monthSheet', { month }, { keepLast: true })
  const book = useMonthBook()
  const people = sheet.data?.people ?? []
  const columns = useMonthColumns(people)
  const selected = people.find(({ staffId }) => staffId === selectedId) ?? people[0]
  const print = () => void navigate({ to: '/print/penalties/$month', params: { month } })
  return (
    <>
      <ListToolbar
        actions={
          <SheetButtons
            label={t('penalties.monthTab')}
            ready={people.length > 0}
            onPrint={print}
            book={{ save: () => void book.save(month), pending: book.pending }}
          />
        }
      >
        <MonthWalk label={t('penalties.monthTab')} month={month} onChange={setMonth} />
        {sheet.data && <span className={classes.totals}>{amounts.totals(sheet.data.totals)}</span>}
      </ListToolbar>
      <MonthOpen month={month} onWaiting={onWaiting} />
      {sheet.isError && !sheet.data && (
        <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
      )}
      {sheet.isPending && <LoadingRows rows={8} />}
      {sheet.data && (
        <SplitView
          name="penalties-month"
          listShare={58}
          detailsLabel={t('penalties.entryDetails')}
          list={
            <DataTable
              label={t('penalties.peopleTable')}
              columns={columns}
              items={people}
              keyOf={(row) => row.staffId}
              selectedKey={selected?.staffId ?? null}
              onSelect={(row) => setSelectedId(row.staffId)}
              empty={<EmptyState title={t('penalties.monthEmpty')} hint={t('penalties.monthEmptyHint')} />}
            />
          }
          details={
            selected ? (
              <PersonEntries person={selected} />
            ) : (
              <EmptyState title={t('penalties.choosePerson')} />
            )
          }
        />
      )}
    </>
  )
}
