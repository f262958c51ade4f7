import { Select, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { ChoiceGroup } from '../choice/ChoiceGroup.tsx'
import { Why } from '../Why.tsx'
import type { AssignDraft } from './assign-draft.ts'
import { usePeople } from './use-people.ts'

interface AssignFieldsProps {
  readonly ways: readonly AssignDraft['way'][]
  readonly draft: AssignDraft
  readonly onChange: (draft: AssignDraft) => void
  readonly errors: (field: string) => string | undefined
}

/** To whom: whoever is next in the rotation of the leads, somebody by hand, or nobody yet. */
export function AssignFields(props: AssignFieldsProps) {
  const { ways, draft, onChange, errors } = props
  const { t } = useTranslation()
  const { consultants, takers } = usePeople()
  const board = useQuery('rotation.board', { desk: 'leads' }, { enabled: draft.way === 'rotation' })
  const next = board.data?.places.find(({ staffId }) => staffId === board.data.nextId)
  const passed = board.data?.places.filter(({ hindrances }) => hindrances.length > 0) ?? []
  const isTaker = (staffId: string) => takers.some((each) => each.staffId === staffId)
  // Those who work leads stand first.
  const people = consultants.toSorted((a, b) => Number(isTaker(b.staffId)) - Number(isTaker(a.staffId)))
  return (
    <>
      <ChoiceGroup
        label={t('leads.to')}
        choices={ways.map((value) => ({ value, label: t(`leads.way.${value}`) }))}
        value={ways.find((way) => way === draft.way) ?? null}
        onChange={(way) => onChange({ ...draft, way })}
        columns={ways.length}
      />
      {draft.way === 'rotation' && board.data && (
        <Text size="sm" role="status">
          {next ? t('leads.nextIs', { name: next.name }) : t('leads.nobodyNext')}{' '}
          <Why
            reasons={passed.flatMap(({ reasons }) => reasons)}
            about={next?.name ?? t('leads.nobodyNext')}
          />
        </Text>
      )}
      {draft.way === 'hand' && (
        <>
          <Select
            id="lead-hand-to"
            label={t('leads.handTo')}
            value={draft.staffId}
            onChange={(staffId) => onChange({ ...draft, staffId })}
            data={people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
            error={errors('to') ?? errors('assign')}
            searchable
            selectFirstOptionOnChange
            required
          />
          <TextInput
            id="lead-hand-why"
            label={t('leads.handWhy')}
            placeholder={t('leads.handWhyHint')}
            value={draft.why}
            onChange={(event) => onChange({ ...draft, why: event.currentTarget.value })}
            error={errors('reason')}
          />
        </>
      )}
    </>
  )
}
