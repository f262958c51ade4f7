import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customerFields, fieldLevels, type CustomerField } from '#shared/policy/policy.ts'
import { useCommand } from '../../api/use-command.ts'
import { usePolicy } from '../../api/use-session.ts'
import { Conflict, type Side } from '../../ui/conflict/Conflict.tsx'
import { conflictFields } from '../../ui/conflict/conflict-fields.ts'
import type { Card } from '../../ui/customer/card.ts'
import { LikeStrip } from '../../ui/duplicates/LikeStrip.tsx'
import { SharePhone } from '../../ui/duplicates/SharePhone.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { FieldInput } from '../../ui/fields/FieldInput.tsx'
import { customerInputOf, type FieldValues } from '../../ui/fields/field-values.ts'
import { Form } from '../../ui/fields/Form.tsx'
import { SaveOrCancel } from '../../ui/fields/SaveOrCancel.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import classes from './CustomerData.module.css'

interface DataFormProps {
  readonly card: Card
  readonly focus: string
  readonly onClose: () => void
}

/** Vocabularies and dates can be changed, but not be emptied again. */
const cannotBeEmpty: readonly CustomerField[] = [
  'gender',
  'source',
  'customerType',
  'birthday',
  'mobile',
  'name',
]

/** R-3.4a What is compared with others: nothing until something of it is changed. */
function likeTyped(opened: Card['customer'], values: FieldValues) {
  const compared = ['mobile', 'plate', 'name', 'area'] as const
  if (compared.every((field) => (values[field] ?? opened[field]) === opened[field])) return {}
  const { name = opened.name, area = opened.area, plate = opened.plate, mobile } = values
  return { name, area, plate, mobile }
}

/** The data in place of which it stands. It keeps the version it was opened with, so that nobody's change is lost. */
export function DataForm({ card, focus, onClose }: DataFormProps) {
  const { t } = useTranslation()
  const words = useWords()
  const policy = usePolicy()
  const update = useCommand('customers.update')
  const errors = useFieldErrors(update.failure)
  const [opened, setOpened] = useState(card.customer)
  const [values, setValues] = useState<FieldValues>({})
  const levels = policy.fieldLevels.customer

  const save = async (changes = values, version = opened.version, overrideReason?: string) => {
    const changed = Object.fromEntries(
      Object.entries(changes).filter(([field, value]) => {
        const before = opened[field as CustomerField] ?? ''
        return value !== before && !(value === '' && cannotBeEmpty.includes(field as CustomerField))
      }),
    )
    if (Object.keys(changed).length === 0) return onClose()
    const done = await update.run({
      customerId: opened.customerId,
      version,
      ...(overrideReason ? { overrideReason } : {}),
      customer: customerInputOf(changed, true),
    })
    if (!done.ok) return
    const { warnings } = done.value
    toast(
      warnings.length > 0
        ? t('customers.warned', { warnings: warnings.map(words.reason).join(t('ui.and')) })
        : t('customers.saved'),
    )
    onClose()
  }
  const { failure } = update
  const isStale = failure?.code === 'STALE_VERSION'
  useShortcuts(t('customers.editData'), [
    { keys: 'mod+Enter', label: t('common.save'), run: () => void save(), inFields: true, when: !isStale },
  ])
  useEffect(() => {
    document.getElementById(`card-${focus}`)?.focus()
  }, [focus])

  const current = (failure?.data?.['current'] ?? {}) as Readonly<Record<string, unknown>>
  const settle = (chosen: Readonly<Record<string, Side>>) => {
    const version = Number(failure?.data?.['version'] ?? opened.version)
    const kept = Object.fromEntries(Object.entries(values).filter(([field]) => chosen[field] !== 'theirs'))
    setValues(kept)
    setOpened({ ...opened, ...current, version })
    void save(kept, version)
  }
  return (
    <Form
      label={t('customers.editData')}
      className={classes.form}
      failure={failure}
      onSave={() => void save()}
      onLeave={onClose}
    >
      {fieldLevels.flatMap((level) =>
        customerFields
          .filter((field) => levels[field] === level)
          .map((field) => (
            <FieldInput
              key={field}
              idPrefix="card"
              field={field}
              value={values[field] ?? opened[field] ?? ''}
              onChange={(value) => setValues((before) => ({ ...before, [field]: value }))}
              error={errors(`customer.${field}`)}
              required={level === 'required'}
            />
          )),
      )}
      <div className={classes.foot}>
        {isStale ? (
          <Conflict
            fields={conflictFields(opened, values, current, customerFields)}
            onSettle={settle}
            onGiveUp={update.reset}
            pending={update.pending}
          />
        ) : (
          <>
            <LikeStrip typed={likeTyped(opened, values)} customerId={opened.customerId} />
            <FailureAlert failure={failure} />
            {failure?.code === 'DUPLICATE_CUSTOMER' && (
              <SharePhone
                onShare={(reason) => void save(values, opened.version, reason)}
                pending={update.pending}
              />
            )}
            <SaveOrCancel pending={update.pending} onCancel={onClose} />
          </>
        )}
      </div>
    </Form>
  )
}
