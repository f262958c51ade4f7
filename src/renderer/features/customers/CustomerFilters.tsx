import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { opportunityStatuses } from '#shared/domain/codes.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePolicy } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import classes from './CustomerRow.module.css'
import { isStatus, type CustomerFilter } from './use-customer-filter.ts'

export const searchId = 'customers-search'

interface CustomerFiltersProps {
  readonly filter: CustomerFilter
  readonly total: number | undefined
  readonly onChange: (change: Partial<CustomerFilter>) => void
  /** ↓ in the search box goes on to the list. */
  readonly onDown: () => void
  readonly isOwn: boolean
}

/** Above the list: what to look for, and which grade, owner, state. */
export function CustomerFilters({ filter, total, onChange, onDown, isOwn }: CustomerFiltersProps) {
  const { t } = useTranslation()
  const { text, grade, status, ownerId } = filter
  return (
    <ListToolbar {...(total === undefined ? {} : { total })}>
      <TextInput
        id={searchId}
        aria-label={t('customers.searchLabel')}
        placeholder={t('customers.searchHint')}
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<KeyHint keys="/" />}
        autoComplete="off"
        className={classes.search}
        size="xs"
      />
      <Choices grade={grade} status={status} ownerId={ownerId} onChange={onChange} isOwn={isOwn} />
    </ListToolbar>
  )
}

type ChoicesProps = Pick<CustomerFilter, 'grade' | 'status' | 'ownerId'> &
  Pick<CustomerFiltersProps, 'onChange' | 'isOwn'>

/** What is chosen and not typed: not drawn again for a letter in the search. */
const Choices = memo(function Choices({ grade, status, ownerId, onChange, isOwn }: ChoicesProps) {
  const { t } = useTranslation()
  const policy = usePolicy()
  const colleagues = useQuery('staff.list', { limit: 500 }, { enabled: !isOwn })
  const owners = (colleagues.data?.rows ?? []).filter(({ role }) => role === 'consultant')
  const clear = { 'aria-label': t('ui.clear') }
  return (
    <>
      <Select
        aria-label={t('codes.field.grade')}
        placeholder={t('customers.allGrades')}
        value={grade}
        onChange={(chosen) => onChange({ grade: chosen })}
        data={gradesInOrder(policy).map(({ code }) => ({
          value: code,
          label: t('ui.gradeOf', { grade: code }),
        }))}
        clearable
        clearButtonProps={clear}
        size="xs"
        w={104}
      />
      <Select
        aria-label={t('customers.status')}
        placeholder={t('customers.allStatuses')}
        value={status}
        onChange={(chosen) => onChange({ status: isStatus(chosen) ? chosen : null })}
        data={opportunityStatuses.map((code) => ({
          value: code,
          label: t(`codes.opportunityStatus.${code}`),
        }))}
        clearable
        clearButtonProps={clear}
        size="xs"
        w={104}
      />
      {!isOwn && (
        <Select
          aria-label={t('customers.owner')}
          placeholder={t('customers.allOwners')}
          value={ownerId}
          onChange={(chosen) => onChange({ ownerId: chosen })}
          data={owners.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          clearable
          clearButtonProps={clear}
          searchable
          size="xs"
          w={108}
        />
      )}
    </>
  )
})
