import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unknownBirthday } from '#shared/policy/policy.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { useToday } from '../../api/use-session.ts'
import { DateField } from './DateField.tsx'
import { KeyHint } from '../keys/KeyHint.tsx'
import classes from './BirthdayField.module.css'

interface BirthdayFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label: string
  readonly id: string
  readonly error?: string | undefined
  readonly withAsterisk?: boolean
}

/** A birthday, or one key for 未知: U in the field. The stand-in date is never shown. */
export function BirthdayField({ value, onChange, label, id, error, withAsterisk }: BirthdayFieldProps) {
  const { t } = useTranslation()
  const today = useToday()
  const [returning, setReturning] = useState(false)
  const change = (next: string) => {
    setReturning(true)
    onChange(next)
  }
  const shared = { id, label, error, ...(withAsterisk ? { withAsterisk } : {}) }
  if (value === unknownBirthday) {
    return (
      <TextInput
        {...shared}
        value={t('common.unknown')}
        readOnly
        autoFocus={returning}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' || event.key === 'Delete' || /^\d$/.test(event.key)) change('')
        }}
        rightSection={
          <ActionIcon size="sm" tabIndex={-1} aria-label={t('ui.clear')} onClick={() => change('')}>
            <IconX size={13} aria-hidden />
          </ActionIcon>
        }
      />
    )
  }
  return (
    <div
      className={classes.row}
      onKeyDownCapture={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.key.toLowerCase() !== 'u') return
        event.preventDefault()
        change(unknownBirthday)
      }}
    >
      <div className={classes.field}>
        <DateField
          {...shared}
          value={parseBusinessDate(value) ?? null}
          onChange={(date) => onChange(date ?? '')}
          lean="past"
          max={today}
          autoFocus={returning}
        />
      </div>
      <Button
        variant="default"
        className={classes.unknown}
        tabIndex={-1}
        rightSection={<KeyHint keys="U" />}
        onClick={() => change(unknownBirthday)}
      >
        {t('common.unknown')}
      </Button>
    </div>
  )
}
