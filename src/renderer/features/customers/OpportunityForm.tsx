import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { Conflict, type Side } from '../../ui/conflict/Conflict.tsx'
import { conflictFields } from '../../ui/conflict/conflict-fields.ts'
import type { CardOpportunity } from '../../ui/customer/card.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { Form } from '../../ui/fields/Form.tsx'
import { SaveOrCancel } from '../../ui/fields/SaveOrCancel.tsx'
import { opportunityInputOf, typedValue } from '../../ui/fields/field-values.ts'
import { useSettledSave } from '../../ui/planner/use-settled-save.ts'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { OpportunityFields, type OpportunityDraft } from './OpportunityFields.tsx'
import classes from './OpportunityPanel.module.css'

const plainFields = [
  'model',
  'purchaseType',
  'competitor',
  'budget',
  'quotationFen',
  'payment',
  'use',
  'tradeInCar',
] as const

const draftOf = (opportunity: CardOpportunity): OpportunityDraft => ({
  fields: Object.fromEntries(plainFields.map((field) => [field, typedValue(field, opportunity[field])])),
  grade: opportunity.grade,
  expected: opportunity.expectedPurchaseDate,
  remark: opportunity.remarkText,
})
type Texts = Readonly<Record<string, string>>
const textsOf = ({ fields, grade, expected, remark }: OpportunityDraft): Texts => ({
  ...fields,
  grade: grade ?? '',
  expectedPurchaseDate: expected ?? '',
  remark,
})

interface OpportunityFormProps {
  readonly opportunity: CardOpportunity
  readonly onClose: () => void
}

/** Changes an open opportunity in its place. Only what was changed is sent. */
export function OpportunityForm({ opportunity, onClose }: OpportunityFormProps) {
  const { t } = useTranslation()
  const words = useWords()
  const update = useCommand('opportunities.update')
  const errors = useFieldErrors(update.failure)
  const [opened, setOpened] = useState({ version: opportunity.version, texts: textsOf(draftOf(opportunity)) })
  const [draft, setDraft] = useState(draftOf(opportunity))

  const save = async (current = draft, before = opened) => {
    const changed = Object.fromEntries(
      Object.entries(textsOf(current)).filter(([field, value]) => value !== before.texts[field]),
    )
    if (Object.keys(changed).length === 0) return onClose()
    const { grade, expectedPurchaseDate, remark, ...fields } = changed
    const done = await update.run({
      opportunityId: opportunity.opportunityId,
      version: before.version,
      opportunity: {
        ...opportunityInputOf(fields, true),
        ...(grade ? { grade } : {}),
        ...(expectedPurchaseDate ? { expectedPurchaseDate } : {}),
        ...(remark === undefined ? {} : { remark }),
      },
    })
    if (!done.ok) return
    const warnings = done.value.warnings.map((each) => words.reason(each)).join(t('ui.and'))
    toast(warnings ? t('customers.warned', { warnings }) : t('customers.saved'), warnings ? 'warn' : 'ok')
    onClose()
  }
  const saveSettled = useSettledSave(() => save())
  const { failure } = update
  // Opened by its letter, it has the keyboard at once: Esc closes it, and not the card with what was typed.
  useEffect(() => {
    document.getElementById('opportunity-model')?.focus()
  }, [])
  const isStale = failure?.code === 'STALE_VERSION'
  const present = (failure?.data?.['current'] ?? {}) as Readonly<Record<string, unknown>>
  const theirs = Object.fromEntries(
    Object.keys(opened.texts).map((field) => [field, typedValue(field, present[field])]),
  )
  const settle = (chosen: Readonly<Record<string, Side>>) => {
    const mine = textsOf(draft)
    const isTheirs = (field: string) => chosen[field] === 'theirs'
    const merged: Texts = Object.fromEntries(
      Object.entries(mine).map(([field, value]) => [field, isTheirs(field) ? (theirs[field] ?? '') : value]),
    )
    const { grade, expectedPurchaseDate, remark, ...fields } = merged
    const settled: OpportunityDraft = {
      fields,
      grade: grade || null,
      expected: parseBusinessDate(expectedPurchaseDate ?? '') ?? null,
      remark: remark ?? '',
    }
    const before = { version: Number(failure?.data?.['version'] ?? opened.version), texts: theirs }
    setDraft(settled)
    setOpened(before)
    void save(settled, before)
  }
  useShortcuts(t('customers.opportunityOf', { model: opportunity.model ?? '' }), [
    { keys: 'mod+Enter', label: t('common.save'), run: saveSettled, inFields: true, when: !isStale },
  ])
  return (
    <Form
      label={t('customers.opportunityOf', { model: opportunity.model ?? '' })}
      className={classes.form}
      failure={failure}
      onSave={saveSettled}
      onLeave={onClose}
    >
      <OpportunityFields
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        errors={errors}
        opportunityId={opportunity.opportunityId}
      />
      {isStale ? (
        <Conflict
          fields={conflictFields(opened.texts, textsOf(draft), theirs, [
            'grade',
            'expectedPurchaseDate',
            'remark',
            ...plainFields,
          ])}
          onSettle={settle}
          onGiveUp={update.reset}
          pending={update.pending}
        />
      ) : (
        <>
          <FailureAlert failure={failure} />
          <SaveOrCancel pending={update.pending} onCancel={onClose} />
        </>
      )}
    </Form>
  )
}
