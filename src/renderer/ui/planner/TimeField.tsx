import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface TimeFieldProps {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** 1430, 14:30, 9.05, 14: as people type a time. Undefined for anything else. */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const found = /^(\d{1,2})[:.]?(\d{2})?$/.exec(plain)
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A time of day, typed; with one a plan is an appointment. What was typed stays. */
export function TimeField({ id, value, onChange, error }: TimeFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const isUnreadable = typed !== null && typed.trim() !== '' && readTime(typed) === undefined
  return (
    <TextInput
      id={id}
      label={t('execution.planner.time')}
      placeholder={t('execution.planner.anyTime')}
      value={typed ?? value}
      error={isUnreadable ? t('execution.planner.timeUnreadable') : error}
      autoComplete="off"
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(readTime(text) ?? '')
      }}
      onBlur={() => !isUnreadable && setTyped(null)}
    />
  )
}
