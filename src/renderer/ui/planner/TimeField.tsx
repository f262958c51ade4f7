import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readTime } from './read-time.ts'

interface TimeFieldProps {
  readonly id: string
  /** What the time is of; that of an appointment without it. */
  readonly label?: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** A time of day, typed; with one a plan is an appointment. What was typed stays. */
export function TimeField({ id, label, placeholder, value, onChange, error }: TimeFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const isUnreadable = typed !== null && typed.trim() !== '' && readTime(typed) === undefined
  return (
    <TextInput
      id={id}
      label={label ?? t('execution.planner.time')}
      placeholder={placeholder ?? t('execution.planner.anyTime')}
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
