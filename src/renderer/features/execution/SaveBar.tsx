import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { usePolicy } from '../../api/use-session.ts'
import { Conflict, type Side } from '../../ui/conflict/Conflict.tsx'
import { conflictFields } from '../../ui/conflict/conflict-fields.ts'
import type { Card, CardOpportunity } from '../../ui/customer/card.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { FieldInput } from '../../ui/fields/FieldInput.tsx'
import { missingFields } from '../../ui/fields/field-values.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import type { Draft } from './draft.ts'
import classes from './Execution.module.css'

interface SaveBarProps {
  readonly card: Card
  readonly opportunity: CardOpportunity
  readonly draft: Draft
  readonly failure: ShownFailure | null
  readonly pending: boolean
  readonly continues: boolean
  readonly onChange: (change: Partial<Draft>) => void
  readonly onSave: (draft: Draft) => void
  readonly onReset: () => void
  readonly onCancel: () => void
  readonly errors: (field: string) => string | undefined
}

/** Below the form: what was refused, the empty important fields once and all at once, the button. */
export function SaveBar(props: SaveBarProps) {
  const {
    card,
    opportunity,
    draft,
    failure,
    pending,
    continues,
    onChange,
    onSave,
    onReset,
    onCancel,
    errors,
  } = props
  const { t } = useTranslation()
  const [isFilling, setFilling] = useState(Object.keys(draft.fields).length > 0)
  const missing = missingFields(usePolicy(), { customer: card.customer, opportunity })
  const names = missing.map(({ field }) => t(`codes.field.${field}`)).join(t('ui.and'))
  const isStale = failure?.code === 'STALE_VERSION'
  const shown = missing.filter(({ form, field }) => isFilling || errors(`${form}.${field}`) !== undefined)
  return (
    <footer className={classes.foot}>
      {isStale ? (
        <StaleOpportunity
          draft={draft}
          failure={failure}
          pending={pending}
          onChange={onChange}
          onSave={onSave}
          onGiveUp={onReset}
        />
      ) : (
        <FailureAlert failure={failure} />
      )}
      {shown.length > 0 && (
        <div className={classes.missing}>
          {shown.map(({ field, level }) =>
            field === 'grade' || field === 'expectedPurchaseDate' ? null : (
              <FieldInput
                key={field}
                idPrefix="execution-missing"
                field={field}
                value={draft.fields[field] ?? ''}
                onChange={(value) => onChange({ fields: { ...draft.fields, [field]: value } })}
                error={errors(`customer.${field}`) ?? errors(`opportunity.${field}`)}
                required={level === 'required'}
              />
            ),
          )}
        </div>
      )}
      <div className={classes.bar}>
        {missing.length > 0 && !isFilling ? (
          <span className={classes.reminder}>
            <span className={classes.reminderText} title={names}>
              {t('execution.missing', { fields: names })}
            </span>
            <Button variant="subtle" size="compact-xs" onClick={() => setFilling(true)}>
              {t('execution.fillNow')}
            </Button>
          </span>
        ) : (
          <span className={classes.gap} />
        )}
        <Button variant="default" onClick={onCancel} rightSection={<KeyHint keys="Escape" />}>
          {t('common.cancel')}
        </Button>
        {!isStale && (
          <Button type="submit" loading={pending} rightSection={<KeyHint keys="mod+Enter" />}>
            {t(continues ? 'execution.saveAndNext' : 'common.save')}
          </Button>
        )}
      </div>
    </footer>
  )
}

interface StaleProps {
  readonly draft: Draft
  readonly failure: ShownFailure
  readonly pending: boolean
  readonly onChange: (change: Partial<Draft>) => void
  readonly onSave: (draft: Draft) => void
  readonly onGiveUp: () => void
}

/** The opportunity was saved by somebody else while the form was open. */
function StaleOpportunity({ draft, failure, pending, onChange, onSave, onGiveUp }: StaleProps) {
  const current = (failure.data?.['current'] ?? {}) as Readonly<Record<string, unknown>>
  const version = Number(failure.data?.['version'] ?? draft.opened.version)
  const { opened } = draft
  const before = { ...opened, remark: opened.remarkText }
  const fields = conflictFields(
    before,
    { grade: draft.grade ?? '', expectedPurchaseDate: draft.expected ?? '' },
    current,
    ['grade', 'expectedPurchaseDate', 'model', 'remark'],
  )
  const settle = (chosen: Readonly<Record<string, Side>>) => {
    const text = (field: string) => (typeof current[field] === 'string' ? current[field] : null)
    const theirs = {
      grade: text('grade'),
      expected: parseBusinessDate(text('expectedPurchaseDate') ?? '') ?? null,
    }
    const isTheirs = (field: string) => chosen[field] === 'theirs'
    const settled: Draft = {
      ...draft,
      ...(isTheirs('grade') ? { grade: theirs.grade } : {}),
      ...(isTheirs('expectedPurchaseDate') ? { expected: theirs.expected } : {}),
      opened: {
        ...opened,
        version,
        grade: theirs.grade ?? opened.grade,
        expectedPurchaseDate: theirs.expected,
      },
    }
    onChange(settled)
    onSave(settled)
  }
  return <Conflict fields={fields} onSettle={settle} onGiveUp={onGiveUp} pending={pending} />
}
