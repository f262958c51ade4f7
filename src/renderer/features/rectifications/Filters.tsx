import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'

interface FiltersProps<S extends string> {
  readonly staffId: string | null
  readonly onStaff: (staffId: string | null) => void
  readonly status: S | null
  readonly onStatus: (status: S | null) => void
  readonly statuses: readonly { readonly value: S; readonly label: string }[]
  readonly total: number | undefined
  /** Buttons, on the right. */
  readonly actions: ReactNode
}
const most = 500

/** Whose, and where it stands. Somebody who has only his own needs no names. */
export function Filters<S extends string>(props: FiltersProps<S>) {
  const { staffId, onStaff, status, onStatus, statuses, total, actions } = props
  const { t } = useTranslation()
  const { staff } = useSession()
  const reach = reachOf(staff.role, 'rectification.read')
  const colleagues = useQuery('staff.list', { limit: most }, { enabled: reach !== 'own' })
  const people = (colleagues.data?.rows ?? []).filter(
    ({ role, managerId }) => role === 'consultant' && (reach === 'store' || managerId === staff.staffId),
  )
  const clear = { 'aria-label': t('ui.clear') }
  return (
    <ListToolbar {...(total === undefined ? {} : { total })} actions={actions}>
      {reach !== 'own' && (
        <Select
          aria-label={t('rectifications.staff')}
          placeholder={t('rectifications.everybody')}
          value={staffId}
          onChange={onStaff}
          data={people.map((each) => ({ value: each.staffId, label: each.name }))}
          clearable
          clearButtonProps={clear}
          searchable
          w={140}
        />
      )}
      <Select
        aria-label={t('rectifications.status')}
        placeholder={t('rectifications.allStatuses')}
        value={status}
        onChange={(value) => onStatus(statuses.find((each) => each.value === value)?.value ?? null)}
        data={statuses.map(({ value, label }) => ({ value, label }))}
        clearable
        clearButtonProps={clear}
        w={130}
      />
    </ListToolbar>
  )
}
