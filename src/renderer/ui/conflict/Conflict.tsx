import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../choice/ChoiceGroup.tsx'
import { useShownValue } from '../fields/use-shown-value.ts'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import type { ConflictField } from './conflict-fields.ts'
import classes from './Conflict.module.css'
import { SavedFirst } from './SavedFirst.tsx'

export type Side = 'yours' | 'theirs'

interface ConflictProps {
  readonly fields: readonly ConflictField[]
  /** Carries on with what was chosen for each field. */
  readonly onSettle: (chosen: Readonly<Record<string, Side>>) => void
  readonly onGiveUp: () => void
  readonly pending?: boolean
}

const isOurs = (field: ConflictField) => field.yours !== field.before

/** Somebody saved first: yours and theirs, field by field. What only they changed is theirs without asking. */
export function Conflict({ fields, onSettle, onGiveUp, pending = false }: ConflictProps) {
  const { t } = useTranslation()
  const shown = useShownValue()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const sideOf = (field: ConflictField): Side => chosen[field.field] ?? (isOurs(field) ? 'yours' : 'theirs')
  const settle = () => onSettle(Object.fromEntries(fields.map((field) => [field.field, sideOf(field)])))
  useShortcuts(t('customers.conflict.title'), [
    { keys: 'mod+Enter', label: t('customers.conflict.save'), run: settle, inFields: true, when: !pending },
  ])
  return (
    <SavedFirst fields={fields}>
      <div className={classes.fields}>
        {fields.map((field) => {
          const name = t(`codes.field.${field.field}`)
          return isOurs(field) ? (
            <div key={field.field} className={classes.field}>
              <strong>{name}</strong>
              <ChoiceGroup
                label={t('customers.conflict.keepOf', { field: name })}
                labelHidden
                choices={(['yours', 'theirs'] as const).map((side) => ({
                  value: side,
                  label: t('customers.conflict.side', {
                    who: t(`customers.conflict.${side}`),
                    value: shown(field.field, field[side]),
                  }),
                }))}
                value={sideOf(field)}
                onChange={(side) => setChosen((all) => ({ ...all, [field.field]: side }))}
              />
            </div>
          ) : (
            <div key={field.field} className={classes.field}>
              <strong>{name}</strong>
              <span>
                {t('customers.conflict.side', {
                  who: t('customers.conflict.theirs'),
                  value: shown(field.field, field.theirs),
                })}
              </span>
            </div>
          )
        })}
      </div>
      <Group gap="sm" mt="xs">
        <Button onClick={settle} loading={pending} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('customers.conflict.save')}
        </Button>
        <Button variant="default" onClick={onGiveUp}>
          {t('customers.conflict.giveUp')}
        </Button>
      </Group>
    </SavedFirst>
  )
}
