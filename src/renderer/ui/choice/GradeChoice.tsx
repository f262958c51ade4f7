import { useTranslation } from 'react-i18next'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { usePolicy } from '../../api/use-session.ts'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { ChoiceGroup } from './ChoiceGroup.tsx'

interface GradeChoiceProps {
  readonly value: string | null
  readonly onChange: (grade: string) => void
  readonly error?: string | undefined
  readonly required?: boolean
  readonly id?: string
}

/** 意向等级: the letters of the policy. The letter itself is the key, where the screen registers it. */
export function GradeChoice({ value, onChange, error, required = false, id }: GradeChoiceProps) {
  const { t } = useTranslation()
  const grades = gradesInOrder(usePolicy())
  return (
    <ChoiceGroup
      label={t('codes.field.grade')}
      choices={grades.map(({ code }) => ({
        value: code,
        label: <GradeBadge grade={code} />,
        name: t('ui.gradeOf', { grade: code }),
      }))}
      value={value}
      onChange={onChange}
      error={error}
      required={required}
      {...(id ? { id } : {})}
    />
  )
}
