import { useNavigate } from '@tanstack/react-router'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, usePolicy } from '../../api/use-session.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { ProtectionBar } from '../../ui/marks/ProtectionBar.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { OwnershipTabs } from './OwnershipTabs.tsx'

type Ending = RowOf<'ownership.thinIce'>

/** 保护倒计时: customers on thin ice, the nearest end first, and after them the dormant ones. */
export function ThinIceTab() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { thinIceDays } = usePolicy().thresholds
  const list = usePages('ownership.thinIce', {})
  const { data: counted } = useQuery('ownership.thinIce', { limit: 1 })
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useColumns()
  return (
    <>
      <PageTitle
        title={t('ownership.title')}
        actions={
          <>
            <ExportButton list="thin_ice" total={list.pending ? undefined : list.total} />
            <OwnershipTabs current="thinIce" />
          </>
        }
      >
        {counted && (
          <span>{t('ownership.thin.figures', { thinIce: counted.thinIce, dormant: counted.dormant })}</span>
        )}
      </PageTitle>
      {list.failure && <ErrorState error={list.failure} onRetry={list.readAgain} />}
      {list.pending && <LoadingRows rows={14} />}
      {!list.pending && !list.failure && (
        <DataTable
          label={t('ownership.thin.list')}
          columns={columns}
          items={list.rows}
          keyOf={(row) => row.customerId}
          selectedKey={selected}
          onSelect={(row) => setSelected(row.customerId)}
          onOpen={({ customerId }) => void navigate({ to: '/customers/$customerId', params: { customerId } })}
          onEnd={list.readMore}
          empty={
            <EmptyState
              icon={<IconShieldCheck size={36} stroke={1.2} aria-hidden />}
              title={t('ownership.thin.none')}
              hint={t('ownership.thin.noneHint', { days: thinIceDays })}
            />
          }
        />
      )}
    </>
  )
}

function useColumns(): Column<Ending>[] {
  const { t } = useTranslation()
  const dates = useDates()
  const seesOthers = !useCan('claim.file')
  return [
    {
      key: 'customer',
      header: t('ownership.thin.customer'),
      width: 'minmax(120px, 1fr)',
      render: (row) => (
        <>
          <GradeBadge grade={row.grade} /> <strong>{row.customerName}</strong>
        </>
      ),
    },
    {
      key: 'model',
      header: t('ownership.thin.model'),
      width: 'minmax(80px, 1fr)',
      render: (row) => row.model,
    },
    ...(seesOthers
      ? [
          {
            key: 'owner',
            header: t('ownership.owner'),
            width: 'minmax(80px, 140px)',
            render: (row: Ending) => row.ownerName,
          },
        ]
      : []),
    {
      key: 'left',
      header: t('ownership.thin.left'),
      width: '150px',
      render: (row) =>
        row.dormant ? (
          <Tag tone="danger">{t('codes.figure.dormant')}</Tag>
        ) : (
          <ProtectionBar daysLeft={row.daysLeft} thinIce />
        ),
    },
    {
      key: 'until',
      header: t('ownership.thin.until'),
      width: 'minmax(150px, 190px)',
      render: (row) =>
        row.dormant ? (
          t('ownership.thin.dormantFrom', { on: dates.short(row.dormantFrom) })
        ) : (
          <DueDate on={row.protectedUntil} />
        ),
    },
    {
      key: 'last',
      header: t('ownership.thin.lastEffective'),
      width: 'minmax(110px, 140px)',
      render: (row) =>
        row.lastEffectiveOn ? <DueDate on={row.lastEffectiveOn} due={false} /> : t('ownership.thin.never'),
    },
  ]
}
