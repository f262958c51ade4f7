import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sources } from '#shared/domain/codes.ts'
import { usePolicy } from '../../api/use-session.ts'
import { GradeChoice } from '../choice/GradeChoice.tsx'
import { readSource, type LeadDraft } from './lead-draft.ts'
import classes from './LeadFields.module.css'

interface LeadFieldsProps {
  readonly draft: LeadDraft
  readonly onChange: (draft: LeadDraft) => void
  readonly errors: (field: string) => string | undefined
  /** Assigned, its phone and grade are the card's business. */
  readonly isAssigned?: boolean
}

/** The fields of a lead in the order in which people say them: the phone first. */
export function LeadFields({ draft, onChange, errors, isAssigned = false }: LeadFieldsProps) {
  const { t } = useTranslation()
  const levels: Readonly<Record<string, string>> = usePolicy().fieldLevels.lead
  const text = (field: 'phone' | 'name' | 'model' | 'campaign' | 'area') => ({
    id: `lead-${field}`,
    label: t(`leads.${field}`),
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
    error: errors(field),
    withAsterisk: levels[field] === 'required',
    autoComplete: 'off',
  })
  return (
    <>
      <div className={classes.pair}>
        <TextInput {...text('phone')} data-autofocus={isAssigned ? undefined : true} disabled={isAssigned} />
        <TextInput
          {...text('name')}
          placeholder={t('leads.namePlaceholder')}
          data-autofocus={isAssigned || undefined}
        />
        <TextInput {...text('model')} />
        <Select
          id="lead-source"
          label={t('leads.source')}
          value={draft.source}
          onChange={(value) => onChange({ ...draft, source: readSource(value) })}
          data={sources.map((value) => ({ value, label: t(`codes.source.${value}`) }))}
          error={errors('source')}
          withAsterisk={levels['source'] === 'required'}
          searchable
          selectFirstOptionOnChange
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
        />
        <TextInput {...text('campaign')} placeholder={t('leads.campaignHint')} />
        <TextInput {...text('area')} />
      </div>
      {!isAssigned && (
        <GradeChoice
          value={draft.grade}
          onChange={(grade) => onChange({ ...draft, grade: grade === draft.grade ? null : grade })}
          error={errors('grade')}
        />
      )}
      <Textarea
        id="lead-remark"
        label={t('leads.remark')}
        value={draft.remark}
        onChange={(event) => onChange({ ...draft, remark: event.currentTarget.value })}
        error={errors('remark')}
        autosize
        minRows={1}
        maxRows={6}
      />
    </>
  )
}
