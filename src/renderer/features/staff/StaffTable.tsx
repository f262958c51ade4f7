import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconKey, IconPencil, IconUserCheck, IconUserOff, IconUserPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { Person } from '../../ui/marks/Person.tsx'
import { StatusBadge, Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWeekdays } from '../../ui/words/use-weekdays.ts'
import type { AccessAct, StaffRow } from './staff-row.ts'

interface StaffTableProps {
  readonly rows: readonly StaffRow[]
  readonly selectedKey: string | null
  readonly onSelect: (row: StaffRow) => void
  readonly onEdit: (row: StaffRow) => void
  readonly onAccess: (act: AccessAct, row: StaffRow) => void
  readonly empty: ReactNode
}

/** Who works here, in which team, and when they rest. */
export function StaffTable({ rows, selectedKey, onSelect, onEdit, onAccess, empty }: StaffTableProps) {
  const { t } = useTranslation()
  const mayManage = useCan('staff.manage')
  const maySetStatus = useCan('staff.setStatus')
  const weekdays = useWeekdays()
  const dates = useDates()
  const columns: Column<StaffRow>[] = [
    {
      key: 'name',
      header: t('staff.name'),
      width: 'minmax(100px, 1.2fr)',
      render: (row) => <Person name={row.name} role={row.role} />,
    },
    {
      key: 'role',
      header: t('staff.role'),
      width: 'minmax(110px, 140px)',
      render: (row) => t(`codes.role.${row.role}`),
    },
    {
      key: 'manager',
      header: t('staff.manager'),
      width: 'minmax(76px, 1fr)',
      render: (row) => row.managerName ?? '—',
    },
    {
      key: 'rest',
      header: t('staff.restDays'),
      width: 'minmax(76px, 1fr)',
      render: (row) => row.restWeekdays.map(weekdays.name).join(' ') || '—',
    },
    {
      key: 'status',
      header: t('staff.status'),
      width: 'minmax(120px, 190px)',
      render: (row) => (
        <span style={{ display: 'inline-flex', gap: 6, minWidth: 0, overflow: 'hidden' }}>
          <StatusBadge staff={row.status} />
          {row.suspendedUntil && (
            <Tag tone="warn">
              {t('rectifications.suspendedUntil', { until: dates.short(row.suspendedUntil) })}
            </Tag>
          )}
          {row.awaitsFirstSignIn && row.status === 'active' && <Tag tone="info">{t('staff.awaits')}</Tag>}
        </span>
      ),
    },
  ]
  if (mayManage)
    columns.splice(1, 0, {
      key: 'login',
      header: t('staff.login'),
      width: 'minmax(104px, 120px)',
      render: (row) => row.login ?? '—',
    })
  if (mayManage || maySetStatus) {
    columns.push({
      key: 'actions',
      header: t('staff.actions'),
      width: '64px',
      align: 'center',
      render: (row) => <RowMenu row={row} onEdit={onEdit} onAccess={onAccess} />,
    })
  }
  return (
    <DataTable
      label={t('staff.list')}
      columns={columns}
      items={rows}
      keyOf={(row) => row.staffId}
      selectedKey={selectedKey}
      onSelect={onSelect}
      onOpen={onEdit}
      empty={empty}
    />
  )
}

function RowMenu({
  row,
  onEdit,
  onAccess,
}: Pick<StaffTableProps, 'onEdit' | 'onAccess'> & { readonly row: StaffRow }) {
  const { t } = useTranslation()
  const mayManage = useCan('staff.manage')
  const maySetStatus = useCan('staff.setStatus')
  const icon = { size: 14, 'aria-hidden': true }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('staff.actionsOf', { name: row.name })}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayManage && (
          <>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onEdit(row)}>
              {t('staff.edit')}
            </Menu.Item>
            <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => onAccess('reset', row)}>
              {t('staff.resetAccess')}
            </Menu.Item>
          </>
        )}
        {maySetStatus && row.status !== 'active' && (
          <Menu.Item leftSection={<IconUserCheck {...icon} />} onClick={() => onAccess('active', row)}>
            {t('staff.activate')}
          </Menu.Item>
        )}
        {maySetStatus && row.status === 'active' && (
          <Menu.Item leftSection={<IconUserPause {...icon} />} onClick={() => onAccess('suspended', row)}>
            {t('staff.suspend')}
          </Menu.Item>
        )}
        {maySetStatus && row.status !== 'resigned' && (
          <Menu.Item leftSection={<IconUserOff {...icon} />} onClick={() => onAccess('resigned', row)}>
            {t('staff.resign')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
