import { Button } from '@mantine/core'
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { useSession } from '../../api/use-session.ts'
import { CompactCard } from '../../ui/customer/CompactCard.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { VirtualList } from '../../ui/lists/VirtualList.tsx'
import { CustomerFilters, searchId } from './CustomerFilters.tsx'
import { CustomerRow } from './CustomerRow.tsx'
import rowClasses from './CustomerRow.module.css'
import { useCustomerFilter } from './use-customer-filter.ts'

type Row = RowOf<'customers.search'>
const waitMs = 60

/** 客户: found by name, pinyin, phone tail, plate or remark; the card of the selected one on the right. */
export function CustomersPage() {
  const { t } = useTranslation()
  const { staff } = useSession()
  const navigate = useNavigate()
  const { filter, input, isNarrowed, change, clear } = useCustomerFilter()
  const { rows, total, pending, failure, readMore, readAgain } = usePages('customers.search', input, {
    keepLast: true,
  })
  const [selectedId, setSelectedId] = useSessionStorage<string | null>({
    key: `showroom.customers.selected.${staff.staffId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const box = useRef<HTMLDivElement>(null)
  const selected = rows.find((row) => row.customerId === selectedId) ?? rows[0]
  const [waited] = useDebouncedValue(selected, waitMs)
  // The list is painted first, then the customer beside it.
  const shown = useDeferredValue(waited ?? selected, null)
  const isOwn = staff.role === 'consultant'

  const open = useCallback(
    (row: Row) => {
      if (!row.masked) void navigate({ to: '/customers/$customerId', params: { customerId: row.customerId } })
    },
    [navigate],
  )
  const focusList = () => box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  useEffect(() => {
    document.getElementById(searchId)?.focus()
  }, [])
  useShortcuts(t(isOwn ? 'customers.ownTitle' : 'customers.title'), [
    { keys: '/', label: t('customers.searchLabel'), run: () => document.getElementById(searchId)?.focus() },
  ])

  const selectedKey = selected?.customerId ?? null
  const lines = useMemo(
    () => (
      <VirtualList
        label={t('customers.title')}
        items={rows}
        keyOf={(row) => row.customerId}
        renderItem={(row) => <CustomerRow row={row} withOwner={!isOwn} />}
        selectedKey={selectedKey}
        onSelect={(row) => setSelectedId(row.customerId)}
        onOpen={open}
        onEnd={readMore}
      />
    ),
    [t, rows, isOwn, selectedKey, setSelectedId, open, readMore],
  )
  const list = () => {
    if (failure) return <ErrorState error={failure} onRetry={readAgain} />
    if (pending) return <LoadingRows rows={14} />
    if (rows.length === 0) {
      return isNarrowed ? (
        <EmptyState title={t('customers.noMatch')} hint={t('customers.noMatchHint')}>
          <Button variant="default" onClick={clear}>
            {t('customers.clearFilters')}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState title={t('customers.none')} hint={t('customers.noneHint')} />
      )
    }
    return lines
  }
  return (
    <>
      <PageTitle
        title={t(isOwn ? 'customers.ownTitle' : 'customers.title')}
        actions={<ExportButton list="customers" filter={input} total={pending ? undefined : total} />}
      />
      <SplitView
        name="customers"
        detailsLabel={t('customers.details')}
        list={
          <div ref={box} className={rowClasses.list}>
            <CustomerFilters
              filter={filter}
              total={pending ? undefined : total}
              onChange={change}
              onDown={focusList}
              isOwn={isOwn}
            />
            {list()}
          </div>
        }
        details={shown !== null && <Details row={shown} onOpen={open} />}
      />
    </>
  )
}

interface DetailsProps {
  readonly row: Row | undefined
  readonly onOpen: (row: Row) => void
}

/** The customer of the selected line; drawn again only for another one, not for each letter that is typed. */
const Details = memo(function Details({ row, onOpen }: DetailsProps) {
  const { t } = useTranslation()
  if (!row) return <EmptyState title={t('customers.choose')} />
  if (row.masked) {
    return (
      <EmptyState
        title={t('customers.ownedBy', { name: row.ownerName ?? t('ui.nobody') })}
        hint={t('ui.masked')}
      />
    )
  }
  return (
    <CompactCard
      customerId={row.customerId}
      actions={
        <Button onClick={() => onOpen(row)} rightSection={<KeyHint keys="Enter" />}>
          {t('customers.open')}
        </Button>
      }
    />
  )
})
