import { Button } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useToday } from '../../api/use-session.ts'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Penalties.module.css'
import { MonthOpen } from './MonthOpen.tsx'
import { addMonths } from './penalty.ts'
import { PersonEntries } from './PersonEntries.tsx'
import { useAmounts } from './use-amounts.ts'
import { useMonthBook } from './use-month-book.ts'
import { useMonthColumns } from './use-month-columns.tsx'

/** 月表: what each person within reach bears in a month, and the store; printed and saved from here. */
export function MonthTab({ onWaiting }: { readonly onWaiting: (() => void) | undefined }) {
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
  const step = (count: number) => setMonth(addMonths(month, count))
  const print = () => void navigate({ to: '/print/penalties/$month', params: { month } })
  const hasRows = people.length > 0
  useShortcuts(t('penalties.monthTab'), [
    { keys: 'alt+ArrowLeft', label: t('penalties.previousMonth'), run: () => step(-1), inFields: true },
    { keys: 'alt+ArrowRight', label: t('penalties.nextMonth'), run: () => step(1), inFields: true },
    { keys: 'mod+P', label: t('penalties.printPage'), run: print, inFields: true, when: hasRows },
    {
      keys: 'mod+E',
      label: t('paper.excel'),
      run: () => void book.save(month),
      inFields: true,
      when: hasRows,
    },
  ])
  const icon = { size: 15, 'aria-hidden': true }
  return (
    <>
      <ListToolbar
        actions={
          <>
            <Button
              variant="default"
              disabled={!hasRows}
              loading={book.pending}
              onClick={() => void book.save(month)}
              leftSection={<IconFileSpreadsheet {...icon} />}
              rightSection={<KeyHint keys="mod+E" />}
            >
              {t('paper.excel')}
            </Button>
            <Button
              variant="default"
              disabled={!hasRows}
              onClick={print}
              leftSection={<IconPrinter {...icon} />}
              rightSection={<KeyHint keys="mod+P" />}
            >
              {t('penalties.printPage')}
            </Button>
          </>
        }
      >
        <Button
          variant="default"
          aria-label={t('penalties.previousMonth')}
          onClick={() => step(-1)}
          rightSection={<KeyHint keys="alt+ArrowLeft" />}
        >
          <IconChevronLeft {...icon} />
        </Button>
        <strong>{month}</strong>
        <Button
          variant="default"
          aria-label={t('penalties.nextMonth')}
          onClick={() => step(1)}
          rightSection={<KeyHint keys="alt+ArrowRight" />}
        >
          <IconChevronRight {...icon} />
        </Button>
        {sheet.data && <span className={classes.totals}>{amounts.totals(sheet.data.totals)}</span>}
      </ListToolbar>
      {onWaiting && <MonthOpen month={month} onWaiting={onWaiting} />}
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
