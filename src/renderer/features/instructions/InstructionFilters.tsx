import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { instructionStatuses, type InstructionStatus } from '#shared/domain/codes.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'

/** What the list shows: open ones, all, or those that have come so far; of somebody, or of all. */
export interface Shown {
  readonly state: 'open' | 'all' | InstructionStatus
  readonly staffId: string | null
}

/** The same as the call takes it. */
export const filterOf = ({ state, staffId }: Shown) => ({
  ...(state === 'open' ? { open: true } : state === 'all' ? {} : { status: state }),
  ...(staffId ? { staffId } : {}),
})

interface InstructionFiltersProps {
  readonly shown: Shown
  readonly total: number | undefined
  readonly onChange: (shown: Shown) => void
}

export function InstructionFilters({ shown, total, onChange }: InstructionFiltersProps) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const reach = reachOf(staff.role, 'instruction.read')
  const colleagues = useQuery('staff.list', { limit: 500 }, { enabled: reach !== 'own' })
  const people = (colleagues.data?.rows ?? []).filter(
    ({ role, managerId }) => role === 'consultant' && (reach === 'store' || managerId === staff.staffId),
  )
  return (
    <ListToolbar {...(total === undefined ? {} : { total })}>
      <ChoiceGroup
        label={t('instructions.filter')}
        labelHidden
        choices={[
          { value: 'open', label: t('instructions.filterOpen') },
          ...instructionStatuses.map((value) => ({ value, label: t(`codes.instructionStatus.${value}`) })),
          { value: 'all', label: t('instructions.filterAll') },
        ]}
        value={shown.state}
        onChange={(state) => onChange({ ...shown, state })}
      />
      {reach !== 'own' && (
        <Select
          aria-label={t('instructions.consultant')}
          placeholder={t('instructions.everybody')}
          value={shown.staffId}
          onChange={(staffId) => onChange({ ...shown, staffId })}
          data={people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          size="xs"
          w={150}
        />
      )}
    </ListToolbar>
  )
}
