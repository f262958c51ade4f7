import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SavedFirst } from '../../ui/conflict/SavedFirst.tsx'
import classes from './Showroom.module.css'
import { useVisitValue } from './use-visit-value.ts'
import { changeableFields, type VisitDraft } from './visit-draft.ts'

interface OthersChangesProps {
  readonly before: VisitDraft
  readonly mine: VisitDraft
  readonly theirs: VisitDraft
  /** Saves what was typed here where both changed the same. */
  readonly onKeep: () => void
  readonly onTake: () => void
  readonly pending: boolean
}

/** Somebody saved the line first: yours and theirs, field by field. What only they changed is kept in any case. */
export function OthersChanges({ before, mine, theirs, onKeep, onTake, pending }: OthersChangesProps) {
  const { t } = useTranslation()
  const value = useVisitValue()
  const changed = changeableFields.filter((field) => theirs[field] !== before[field])
  const contested = changed.filter((field) => mine[field] !== before[field] && mine[field] !== theirs[field])
  return (
    <SavedFirst fields={changed}>
      <dl className={classes.facts}>
        {changed.map((field) => (
          <div key={field} className={classes.fact}>
            <dt>{value.label(field)}</dt>
            <dd>
              {contested.includes(field)
                ? t('showroom.bothChanged', { mine: value.of(field, mine), theirs: value.of(field, theirs) })
                : value.of(field, theirs)}
            </dd>
          </div>
        ))}
      </dl>
      <Group gap="sm" mt="xs">
        <Button onClick={onKeep} loading={pending}>
          {t(contested.length > 0 ? 'showroom.keepMine' : 'common.save')}
        </Button>
        {contested.length > 0 && (
          <Button variant="default" onClick={onTake} disabled={pending}>
            {t('showroom.takeTheirs')}
          </Button>
        )}
      </Group>
    </SavedFirst>
  )
}
