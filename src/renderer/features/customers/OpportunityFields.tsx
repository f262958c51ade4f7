import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { usePolicy, useToday } from '../../api/use-session.ts'
import { GradeChoice } from '../../ui/choice/GradeChoice.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldInput } from '../../ui/fields/FieldInput.tsx'
import type { FieldValues } from '../../ui/fields/field-values.ts'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { usePairing } from '../../ui/planner/use-pairing.ts'
import classes from './OpportunityPanel.module.css'

/** What is entered of an opportunity. */
export interface OpportunityDraft {
  readonly fields: FieldValues
  readonly grade: string | null
  readonly expected: BusinessDate | null
  readonly gradeByHand?: boolean
  readonly dateByHand?: boolean
  readonly remark: string
}

interface OpportunityFieldsProps {
  readonly draft: OpportunityDraft
  readonly onChange: (change: Partial<OpportunityDraft>) => void
  readonly errors: (field: string) => string | undefined
  readonly opportunityId?: string
}
const rest = ['purchaseType', 'competitor', 'budget', 'quotationFen', 'payment', 'use', 'tradeInCar'] as const

/** The fields of an opportunity, new or known. */
export function OpportunityFields({ draft, onChange, errors, opportunityId }: OpportunityFieldsProps) {
  const { t } = useTranslation()
  const today = useToday()
  const levels = usePolicy().fieldLevels.opportunity
  const pairing = usePairing({ pair: draft, onChange, ...(opportunityId ? { opportunityId } : {}) })
  const input = (field: 'model' | (typeof rest)[number]) => (
    <FieldInput
      key={field}
      idPrefix="opportunity"
      field={field}
      value={draft.fields[field] ?? ''}
      onChange={(value) => onChange({ fields: { ...draft.fields, [field]: value } })}
      error={errors(`opportunity.${field}`)}
      required={levels[field] === 'required'}
    />
  )
  return (
    <>
      {input('model')}
      <div className={classes.pair}>
        <GradeChoice
          id="opportunity-grade"
          value={draft.grade}
          onChange={pairing.chooseGrade}
          error={errors('opportunity.grade')}
          required
        />
        <DateField
          id="opportunity-expected"
          label={t('codes.field.expectedPurchaseDate')}
          withAsterisk={levels.expectedPurchaseDate === 'required'}
          value={draft.expected}
          onChange={pairing.chooseDate}
          min={today}
          error={errors('opportunity.expectedPurchaseDate')}
        />
      </div>
      <Textarea
        id="opportunity-remark"
        label={t('codes.field.remark')}
        value={draft.remark}
        onChange={(event) => onChange({ remark: event.currentTarget.value })}
        leftSection={draft.grade ? <GradeBadge grade={draft.grade} /> : undefined}
        error={errors('opportunity.remark')}
        autosize
        minRows={1}
        maxRows={4}
      />
      <div className={classes.pair}>{rest.map(input)}</div>
    </>
  )
}
