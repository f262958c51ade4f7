import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useCan } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { countOf, leadShows, type LeadFilter } from './lead.ts'
import classes from './Leads.module.css'
import { usePeople } from '../../ui/leads/use-people.ts'

export const leadSearchId = 'leads-search'

interface LeadFiltersProps {
  readonly filter: LeadFilter
  readonly counts: CallOutput<'leads.list'>['counts'] | undefined
  readonly total: number | undefined
  readonly isOwn: boolean
  readonly onChange: (filter: LeadFilter) => void
}

/** Which leads: each part with its number; whose; and a search by name or phone. */
export function LeadFilters({ filter, counts, total, isOwn, onChange }: LeadFiltersProps) {
  const { t } = useTranslation()
  const assigns = useCan('lead.assign')
  const { consultants } = usePeople()
  // Whoever has only his own does not see what waits for somebody.
  const shows = leadShows.filter((show) => !isOwn || show !== 'unassigned')
  return (
    <ListToolbar {...(total === undefined ? {} : { total })}>
      <ChoiceGroup
        label={t('leads.show')}
        labelHidden
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show })}
        choices={shows.map((value) => {
          const count = countOf(value, counts)
          const name = t(`leads.shows.${value}`)
          return { value, label: count === undefined ? name : `${name} ${count}`, name }
        })}
      />
      <TextInput
        id={leadSearchId}
        aria-label={t('leads.searchLabel')}
        placeholder={t('leads.searchHint')}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<KeyHint keys="/" />}
        autoComplete="off"
        size="xs"
        className={classes.search}
      />
      {assigns && (
        <Select
          aria-label={t('leads.person')}
          placeholder={t('leads.everybody')}
          value={filter.ownerId}
          onChange={(ownerId) => onChange({ ...filter, ownerId })}
          data={consultants.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          searchable
          size="xs"
          w={120}
        />
      )}
    </ListToolbar>
  )
}
