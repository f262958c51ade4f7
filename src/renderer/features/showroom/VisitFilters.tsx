import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import type { Day } from './visit.ts'

const shows = ['all', 'here', 'uncarded', 'incomplete', 'valid', 'no_phone'] as const
export type Show = (typeof shows)[number]

const counts: Readonly<Record<Show, (totals: Day['totals']) => number>> = {
  all: ({ visits }) => visits,
  here: ({ open }) => open,
  uncarded: ({ uncarded }) => uncarded,
  incomplete: ({ incomplete }) => incomplete,
  valid: ({ valid }) => valid,
  no_phone: ({ visits, withPhone }) => visits - withPhone,
}

interface VisitFiltersProps {
  readonly show: Show
  readonly onChange: (show: Show) => void
  readonly totals: Day['totals'] | undefined
}

/** All lines of the day, those who are here, those to complete; with how many of each. */
export function VisitFilters({ show, onChange, totals }: VisitFiltersProps) {
  const { t } = useTranslation()
  const nameOf = (each: Show) => {
    const name = t(`showroom.show.${each}`)
    return totals ? `${name} ${counts[each](totals)}` : name
  }
  return (
    <ListToolbar>
      <ChoiceGroup
        label={t('showroom.filters')}
        labelHidden
        choices={shows.map((value) => ({ value, label: nameOf(value) }))}
        value={show}
        onChange={onChange}
      />
    </ListToolbar>
  )
}
