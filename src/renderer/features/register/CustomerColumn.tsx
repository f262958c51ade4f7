import { TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Policy } from '#shared/policy/policy.ts'
import { useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { GradeChoice } from '../../ui/choice/GradeChoice.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldInput } from '../../ui/fields/FieldInput.tsx'
import type { AnyField } from '../../ui/fields/field-values.ts'
import { usePairing } from '../../ui/planner/use-pairing.ts'
import classes from './Register.module.css'
import { meaningOf, quickDates, quickOf, type RegisterDraft } from './register-draft.ts'
import type { PhoneState } from './use-lookup.ts'

interface CustomerColumnProps {
  readonly draft: RegisterDraft
  readonly phone: PhoneState
  readonly policy: Policy
  /** The phone is somebody's: there is nothing to fill in. */
  readonly isLocked: boolean
  readonly onField: (field: AnyField, value: string) => void
  readonly onChange: (change: Partial<RegisterDraft>) => void
  readonly onPhoneLeft: () => void
  readonly errors: (field: string) => string | undefined
}

/** What is asked first: who, from where, which car, when. */
export function CustomerColumn(props: CustomerColumnProps) {
  const { draft, phone, policy, isLocked, onField, onChange, onPhoneLeft, errors } = props
  const { t } = useTranslation()
  const today = useToday()
  const pairing = usePairing({ pair: draft, onChange })
  const levels = policy.fieldLevels
  const input = (field: 'name' | 'gender' | 'source' | 'model' | 'purchaseType') => {
    const form = field === 'model' || field === 'purchaseType' ? 'opportunity' : 'customer'
    const level =
      form === 'customer' ? levels.customer[field as 'name'] : levels.opportunity[field as 'model']
    return (
      <FieldInput
        idPrefix="register"
        field={field}
        value={draft.fields[field] ?? ''}
        onChange={(value) => onField(field, value)}
        error={errors(`${form}.${field}`)}
        required={level === 'required'}
      />
    )
  }
  return (
    <section className={classes.column} aria-label={t('register.customer')}>
      <TextInput
        id="register-mobile"
        label={t('codes.field.mobile')}
        withAsterisk
        autoFocus
        size="md"
        inputMode="tel"
        autoComplete="off"
        value={draft.fields.mobile ?? ''}
        onChange={(event) => onField('mobile', event.currentTarget.value)}
        onBlur={onPhoneLeft}
        error={errors('customer.mobile')}
        rightSectionWidth={130}
        rightSection={<PhoneHint phone={phone} />}
      />
      {!isLocked && (
        <>
          <div className={classes.pair}>
            {input('name')}
            {input('gender')}
          </div>
          <div className={classes.pair}>
            {input('source')}
            {input('model')}
          </div>
          <div className={classes.when}>
            <ChoiceGroup
              label={t('register.when')}
              choices={quickDates.map((value) => ({ value, label: t(`register.quick.${value}`) }))}
              value={quickOf(draft.expected, today)}
              onChange={(quick) => {
                const meant = meaningOf(quick, today, policy)
                if ('date' in meant) pairing.chooseDate(meant.date)
                else {
                  onChange({ expected: null, dateByHand: false })
                  pairing.chooseGrade(meant.grade, null)
                }
              }}
            />
            <DateField
              id="register-expected"
              label={t('codes.field.expectedPurchaseDate')}
              withAsterisk={levels.opportunity.expectedPurchaseDate === 'required'}
              value={draft.expected}
              onChange={pairing.chooseDate}
              min={today}
              error={errors('opportunity.expectedPurchaseDate')}
            />
          </div>
          <div className={classes.pair}>
            <GradeChoice
              id="register-grade"
              value={draft.grade}
              onChange={pairing.chooseGrade}
              error={errors('opportunity.grade')}
              required
            />
            {input('purchaseType')}
          </div>
        </>
      )}
    </section>
  )
}

/** What the number says so far, in its field. */
function PhoneHint({ phone }: { readonly phone: PhoneState }) {
  const { t } = useTranslation()
  return (
    <span className={classes.phoneHint} role="status">
      {phone.kind === 'free' && (
        <>
          <IconCircleCheck size={15} aria-hidden /> {t('register.newNumber')}
        </>
      )}
      {phone.kind === 'looking' && t('register.looking')}
    </span>
  )
}
