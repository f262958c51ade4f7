import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { customerTypes, genders, purchaseTypes, sources } from '#shared/domain/codes.ts'
import { readYuan } from '#shared/domain/money.ts'
import { ChoiceGroup } from '../choice/ChoiceGroup.tsx'
import { BirthdayField } from './BirthdayField.tsx'
import type { AnyField } from './field-values.ts'

interface FieldInputProps {
  readonly field: Exclude<AnyField, 'grade' | 'expectedPurchaseDate'>
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly required?: boolean
  /** Tells several forms on one screen apart. */
  readonly idPrefix?: string
}

/** One field of a customer or an opportunity, with the kind of input that fits it. */
export function FieldInput({
  field,
  value,
  onChange,
  error,
  required = false,
  idPrefix = 'field',
}: FieldInputProps) {
  const { t } = useTranslation()
  const id = `${idPrefix}-${field}`
  const label = t(`codes.field.${field}`)
  const common = { id, label, error, withAsterisk: required }
  const choice = <T extends string>(codes: readonly T[], words: (code: T) => string) => (
    <ChoiceGroup
      id={id}
      label={label}
      error={error}
      required={required}
      choices={codes.map((code) => ({ value: code, label: words(code) }))}
      value={(value || null) as T | null}
      onChange={onChange}
    />
  )
  switch (field) {
    case 'gender':
      return choice(genders, (code) => t(`codes.gender.${code}`))
    case 'customerType':
      return choice(customerTypes, (code) => t(`codes.customerType.${code}`))
    case 'purchaseType':
      return choice(purchaseTypes, (code) => t(`codes.purchaseType.${code}`))
    case 'source':
      return (
        <Select
          {...common}
          value={value || null}
          onChange={(code) => onChange(code ?? '')}
          data={sources.map((code) => ({ value: code, label: t(`codes.source.${code}`) }))}
          searchable
          selectFirstOptionOnChange
          nothingFoundMessage={t('common.none')}
          maxDropdownHeight={320}
        />
      )
    case 'birthday':
      return <BirthdayField {...common} value={value} onChange={onChange} />
    case 'quotationFen':
      return (
        <TextInput
          {...common}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoComplete="off"
          inputMode="decimal"
          leftSection="¥"
          placeholder={t('ui.yuanHint')}
          error={value.trim() !== '' && readYuan(value) === undefined ? t('ui.yuanUnreadable') : error}
        />
      )
    default:
      return (
        <TextInput
          {...common}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoComplete="off"
          {...(field === 'mobile' ? { inputMode: 'tel' as const } : {})}
        />
      )
  }
}
