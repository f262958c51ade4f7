import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import type { AuditSearch } from './audit-entry.ts'

interface AuditFiltersProps {
  readonly search: AuditSearch
  readonly total: number | undefined
  readonly onChange: (search: AuditSearch) => void
}

/** Dates and person. */
export function AuditFilters({ search, total, onChange }: AuditFiltersProps) {
  const { t } = useTranslation()
  const people = useQuery('staff.list', { limit: 500 })
  const set = (change: { readonly [K in keyof AuditSearch]: AuditSearch[K] | null }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...change }).filter(([, value]) => value !== null && value !== undefined),
      ),
    )
  return (
    <ListToolbar {...(total === undefined ? {} : { total })}>
      <DateField
        aria-label={t('audit.from')}
        placeholder={t('audit.from')}
        value={search.from ?? null}
        onChange={(from) => set({ from })}
        {...(search.until ? { max: search.until } : {})}
        lean="past"
        error={undefined}
        w={140}
      />
      <DateField
        aria-label={t('audit.until')}
        placeholder={t('audit.until')}
        value={search.until ?? null}
        onChange={(until) => set({ until })}
        {...(search.from ? { min: search.from } : {})}
        lean="past"
        error={undefined}
        w={140}
      />
      <Select
        aria-label={t('audit.who')}
        placeholder={t('audit.everybody')}
        value={search.staffId ?? null}
        onChange={(staffId) => set({ staffId })}
        data={(people.data?.rows ?? []).map(({ staffId, name }) => ({ value: staffId, label: name }))}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        searchable
        w={140}
      />
    </ListToolbar>
  )
}
