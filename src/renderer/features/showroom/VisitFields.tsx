import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { phoneMissingReasons, visitOccasions } from '#shared/domain/codes.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { GradeChoice } from '../../ui/choice/GradeChoice.tsx'
import { TimeField } from '../../ui/planner/TimeField.tsx'
import classes from './Entry.module.css'
import type { VisitDraft } from './visit-draft.ts'

export interface VisitFieldsProps {
  /** Tells the form of a new line from that of a known one. */
  readonly idPrefix: string
  readonly draft: VisitDraft
  readonly onChange: (change: Partial<VisitDraft>) => void
  readonly errors: (field: string) => string | undefined
  /** A new line may say that he came before; of a known line the register has worked it out. */
  readonly asksOccasion: boolean
  /** What stands beside the remark. */
  readonly children?: ReactNode
}

/** Everything of beside the quick line: what he wants, why no phone, valid or not, what he did here. */
export function VisitFields({ idPrefix, draft, onChange, errors, asksOccasion, children }: VisitFieldsProps) {
  const { t } = useTranslation()
  const line = (field: 'plate' | 'model' | 'agreementNumber') => (
    <TextInput
      id={`${idPrefix}-${field}`}
      label={t(field === 'agreementNumber' ? 'showroom.agreementNumber' : `codes.field.${field}`)}
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      error={errors(field)}
      autoComplete="off"
    />
  )
  return (
    <>
      <div className={classes.fields}>
        {line('model')}
        <GradeChoice
          id={`${idPrefix}-grade`}
          value={draft.grade}
          onChange={(grade) => onChange({ grade: grade === draft.grade ? null : grade })}
          error={errors('grade')}
        />
        {line('plate')}
        <ChoiceGroup
          id={`${idPrefix}-intent`}
          label={t('showroom.valid')}
          choices={[
            { value: 'yes', label: t('showroom.withIntent') },
            { value: 'no', label: t('showroom.withoutIntent') },
          ]}
          value={(draft.withIntent ?? true) ? 'yes' : 'no'}
          onChange={(value) => onChange({ withIntent: value === 'yes' })}
          error={errors('withIntent')}
        />
        {asksOccasion && (
          <ChoiceGroup
            id={`${idPrefix}-occasion`}
            label={t('showroom.occasion')}
            choices={visitOccasions.map((value) => ({ value, label: t(`codes.visitOccasion.${value}`) }))}
            value={draft.occasion}
            onChange={(occasion) => onChange({ occasion: occasion === draft.occasion ? null : occasion })}
            error={errors('occasion')}
          />
        )}
        <div className={classes.times}>
          <TimeField
            id={`${idPrefix}-arrived`}
            label={t('showroom.arrived')}
            placeholder={asksOccasion ? t('showroom.now') : ''}
            value={draft.arrivedTime}
            onChange={(arrivedTime) => onChange({ arrivedTime })}
            error={errors('arrivedTime')}
          />
          <TimeField
            id={`${idPrefix}-left`}
            label={t('showroom.left')}
            placeholder={t('showroom.stillHere')}
            value={draft.leftTime}
            onChange={(leftTime) => onChange({ leftTime })}
            error={errors('leftTime')}
          />
        </div>
      </div>
      <div className={classes.fields}>
        {draft.phone.trim() === '' && (
          <ChoiceGroup
            id={`${idPrefix}-missing`}
            label={t('showroom.phoneMissing')}
            choices={phoneMissingReasons.map((value) => ({
              value,
              label: t(`codes.phoneMissingReason.${value}`),
            }))}
            value={draft.phoneMissing}
            onChange={(value) => onChange({ phoneMissing: value === draft.phoneMissing ? null : value })}
            error={errors('phoneMissing')}
          />
        )}
        <div className={classes.ticks} role="group" aria-label={t('showroom.didHere')}>
          <Checkbox
            id={`${idPrefix}-ordered`}
            size="xs"
            label={t('showroom.orderedOnSpot')}
            checked={draft.orderedOnSpot}
            onChange={(event) => onChange({ orderedOnSpot: event.currentTarget.checked })}
            error={errors('orderedOnSpot')}
          />
          <Checkbox
            id={`${idPrefix}-drive`}
            size="xs"
            label={t('showroom.testDrive')}
            checked={draft.testDrive}
            onChange={(event) => onChange({ testDrive: event.currentTarget.checked })}
            error={errors('testDrive')}
          />
          {draft.testDrive && line('agreementNumber')}
        </div>
      </div>
      <div className={classes.last}>
        <Textarea
          className={classes.remark}
          id={`${idPrefix}-remark`}
          label={t('codes.field.remark')}
          value={draft.remark}
          onChange={(event) => onChange({ remark: event.currentTarget.value })}
          error={errors('remark')}
          autosize
          minRows={1}
          maxRows={4}
        />
        {children}
      </div>
    </>
  )
}
