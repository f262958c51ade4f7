import { Button, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customerFields, fieldLevels } from '#shared/policy/policy.ts'
import { usePolicy } from '../../api/use-session.ts'
import type { Card } from '../../ui/customer/card.ts'
import { useShownValue } from '../../ui/fields/use-shown-value.ts'
import { missingFields } from '../../ui/fields/field-values.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './CustomerData.module.css'
import page from './CardPage.module.css'
import { DataForm } from './DataForm.tsx'
import { Privacy } from './Privacy.tsx'
import { Relatives } from './Relatives.tsx'

/**
 * The customer's data by level, edited where it stands: a click on a value, or E. What may stay empty and is, takes one line,
 * so that 个人信息 is in sight on a small screen.
 */
export function CustomerData({ card }: { readonly card: Card }) {
  const { t } = useTranslation()
  const shown = useShownValue()
  const policy = usePolicy()
  const [editing, setEditing] = useState<{ readonly field: string } | null>(null)
  const { customer, abilities } = card
  const levels = policy.fieldLevels.customer
  const missing = missingFields(policy, { customer })
  useShortcuts(t('customers.data'), [
    {
      keys: 'e',
      label: t('customers.editData'),
      run: () => setEditing({ field: missing[0]?.field ?? 'name' }),
      when: abilities.update && editing === null,
    },
  ])
  return (
    <section className={page.left} aria-label={t('customers.data')}>
      <div className={classes.head}>
        <Title order={2} size="h3">
          {t('customers.data')}
        </Title>
        {abilities.update && !editing && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => setEditing({ field: missing[0]?.field ?? 'name' })}
            rightSection={<KeyHint keys="e" />}
          >
            {t('customers.editData')}
          </Button>
        )}
      </div>
      {!editing && missing.length > 0 && (
        <p className={classes.reminder}>
          {t('customers.emptyImportant', {
            fields: missing.map(({ field }) => t(`codes.field.${field}`)).join(t('ui.and')),
          })}
        </p>
      )}
      {editing ? (
        <DataForm card={card} focus={editing.field} onClose={() => setEditing(null)} />
      ) : (
        fieldLevels.map((level) => {
          const fields = customerFields.filter((field) => levels[field] === level)
          const drawn = level === 'optional' ? fields.filter((field) => customer[field]) : fields
          const empty = fields.filter((field) => !drawn.includes(field))
          return (
            <div key={level} className={classes.level}>
              <h3 className={classes.levelName}>{t(`customers.levels.${level}`)}</h3>
              <dl className={classes.list}>
                {drawn.map((field) => (
                  <div
                    key={field}
                    className={classes.field}
                    data-editable={abilities.update || undefined}
                    onDoubleClick={() => abilities.update && setEditing({ field })}
                  >
                    <dt>{t(`codes.field.${field}`)}</dt>
                    <dd data-empty={!customer[field] || undefined}>{shown(field, customer[field])}</dd>
                  </div>
                ))}
              </dl>
              {empty.length > 0 && (
                <p className={classes.empty}>
                  {t('customers.emptyOptional', {
                    fields: empty.map((field) => t(`codes.field.${field}`)).join(t('ui.and')),
                  })}
                </p>
              )}
            </div>
          )
        })
      )}
      {!editing && <Relatives card={card} />}
      {!editing && <Privacy card={card} />}
    </section>
  )
}
