import { Button, Collapse, Select, Textarea } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Policy } from '#shared/policy/policy.ts'
import { splitRemark } from '#shared/policy/remark-grade.ts'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { FieldInput } from '../../ui/fields/FieldInput.tsx'
import type { AnyField } from '../../ui/fields/field-values.ts'
import { Planner } from '../../ui/planner/Planner.tsx'
import { usePairing } from '../../ui/planner/use-pairing.ts'
import type { Proposal } from '../../ui/planner/use-proposal.ts'
import { ConsentFields } from './ConsentFields.tsx'
import classes from './Register.module.css'
import { foldedFields, type FoldedField } from './folded-fields.ts'
import { gradeInRemark, type RegisterDraft } from './register-draft.ts'
import type { Owners } from './use-owners.ts'

interface WishColumnProps {
  readonly draft: RegisterDraft
  readonly policy: Policy
  readonly owners: Owners
  readonly ownerId: string | null
  readonly proposal: Proposal | undefined
  readonly onField: (field: AnyField, value: string) => void
  readonly onChange: (change: Partial<RegisterDraft>) => void
  readonly errors: (field: string) => string | undefined
}

/** What is asked then: the rest of the person, the remark, who looks after him, the first contact. */
export function WishColumn(props: WishColumnProps) {
  const { draft, policy, owners, ownerId, proposal, onField, onChange, errors } = props
  const { t } = useTranslation()
  const pairing = usePairing({ pair: draft, onChange })
  const folded = foldedFields(policy)
  const hasError = folded.some(({ form, field }) => errors(`${form}.${field}`) !== undefined)
  const [isOpened, setOpened] = useState(folded.some(({ field }) => (draft.fields[field] ?? '') !== ''))
  const input = ({
    field,
    form,
    level,
  }: Omit<FoldedField, 'field'> & {
    readonly field: FoldedField['field'] | 'area' | 'customerType' | 'birthday'
  }) => (
    <FieldInput
      key={field}
      idPrefix="register"
      field={field}
      value={draft.fields[field] ?? ''}
      onChange={(value) => onField(field, value)}
      error={errors(`${form}.${field}`)}
      required={level === 'required'}
    />
  )
  const person = (field: 'area' | 'customerType' | 'birthday') =>
    input({ field, form: 'customer', level: policy.fieldLevels.customer[field] })
  const remark = (text: string) => {
    const typed = gradeInRemark(text, policy)
    onChange({ remark: typed ? typed.rest : text })
    if (typed) pairing.chooseGrade(typed.grade)
  }
  // `H要白色` may still become a word while it is typed; when the field is left, it is what the store would read.
  const readRemark = () => {
    const { grade, remark: rest } = splitRemark(draft.remark, policy)
    if (grade === undefined) return
    onChange({ remark: rest })
    pairing.chooseGrade(grade)
  }
  return (
    <section className={classes.column} aria-label={t('register.wish')}>
      <div className={classes.pair}>
        {person('area')}
        {person('customerType')}
      </div>
      <div className={classes.pair}>
        {person('birthday')}
        {owners.choosesFor && (
          <Select
            id="register-owner"
            label={t('register.owner')}
            withAsterisk
            value={ownerId}
            onChange={(staffId) => onChange({ ownerId: staffId })}
            data={owners.all.map(({ staffId, name, suspendedUntil: until }) => ({
              value: staffId,
              // Whoever is suspended for study gets no new customers.
              label: until ? `${name} · ${t('rectifications.suspendedUntil', { until })}` : name,
              disabled: until !== null,
            }))}
            placeholder={t('register.chooseOwner')}
            searchable
            selectFirstOptionOnChange
            error={errors('ownerId')}
          />
        )}
      </div>
      <Textarea
        id="register-remark"
        label={t('codes.field.remark')}
        placeholder={t('register.remarkHint')}
        value={draft.remark}
        onChange={(event) => remark(event.currentTarget.value)}
        onBlur={readRemark}
        error={errors('opportunity.remark')}
        leftSection={draft.grade ? <GradeBadge grade={draft.grade} /> : undefined}
        autosize
        minRows={1}
        maxRows={3}
      />
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpened || hasError}
          leftSection={
            isOpened ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />
          }
          onClick={() => setOpened((was) => !was)}
          id="register-more"
        >
          {t(isOpened ? 'register.less' : 'register.more')}
        </Button>
        <Collapse expanded={isOpened || hasError} transitionDuration={0}>
          <div className={classes.folded}>{folded.map(input)}</div>
        </Collapse>
      </div>
      <div className={classes.plan} role="group" aria-label={t('register.firstPlan')}>
        <strong>{t('register.firstPlan')}</strong>
        <Planner
          closed={draft.closed ?? []}
          id="register-plan"
          proposal={proposal}
          value={draft.plan}
          onChange={(change) => onChange({ plan: { ...draft.plan, ...change } })}
          errors={(field) => errors(`plan.${field}`)}
          {...(draft.grade === null
            ? { waiting: t('register.waitForGrade') }
            : owners.choosesFor && ownerId === null
              ? { waiting: t('register.waitForOwner') }
              : {})}
        />
      </div>
      <ConsentFields draft={draft} onChange={onChange} />
    </section>
  )
}
