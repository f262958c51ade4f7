import { Button, Select } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { violationKinds } from '#shared/domain/codes.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import type { ViolationSearch } from './violation-search.ts'

interface ViolationFiltersProps {
  readonly search: ViolationSearch
  readonly total: number | undefined
  readonly onChange: (search: ViolationSearch) => void
}
const most = 500

/** Dates, consultant and kind; the status has tabs of its own. */
export function ViolationFilters({ search, total, onChange }: ViolationFiltersProps) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const reach = reachOf(staff.role, 'violation.read')
  const colleagues = useQuery('staff.list', { limit: most }, { enabled: reach !== 'own' })
  const people = (colleagues.data?.rows ?? []).filter(
    ({ role, managerId }) => role === 'consultant' && (reach === 'store' || managerId === staff.staffId),
  )
  const set = (change: { readonly [K in keyof ViolationSearch]: ViolationSearch[K] | null }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...change }).filter(([, value]) => value !== null && value !== undefined),
      ),
    )
  const clear = { 'aria-label': t('ui.clear') }
  return (
    <ListToolbar
      {...(total === undefined ? {} : { total })}
      actions={
        Object.keys(search).some((name) => name !== 'status') && (
          <Button
            variant="subtle"
            onClick={() => onChange(search.status ? { status: search.status } : {})}
            leftSection={<IconFilterOff size={15} aria-hidden />}
            rightSection={<KeyHint keys="x" />}
          >
            {t('violations.clear')}
          </Button>
        )
      }
    >
      <DateField
        aria-label={t('violations.from')}
        value={search.from ?? null}
        onChange={(from) => set({ from })}
        {...(search.until ? { max: search.until } : {})}
        lean="past"
        error={undefined}
        placeholder={t('violations.from')}
        w={148}
      />
      <DateField
        aria-label={t('violations.until')}
        value={search.until ?? null}
        onChange={(until) => set({ until })}
        {...(search.from ? { min: search.from } : {})}
        lean="past"
        error={undefined}
        placeholder={t('violations.until')}
        w={148}
      />
      {reach !== 'own' && (
        <Select
          aria-label={t('violations.staff')}
          placeholder={t('violations.everybody')}
          value={search.staffId ?? null}
          onChange={(staffId) => set({ staffId })}
          data={people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          clearable
          clearButtonProps={clear}
          searchable
          w={140}
        />
      )}
      <Select
        aria-label={t('violations.kind')}
        placeholder={t('violations.allKinds')}
        value={search.kind ?? null}
        onChange={(kind) => set({ kind })}
        data={violationKinds.map((value) => ({ value, label: t(`codes.violationKind.${value}`) }))}
        clearable
        clearButtonProps={clear}
        w={170}
      />
    </ListToolbar>
  )
}
