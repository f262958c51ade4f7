import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useToday } from '../../api/use-session.ts'
import { pickedDate, readDate, type Lean } from './read-date.ts'
import { useDates } from '../words/use-dates.ts'

interface DateFieldProps extends Pick<
  TextInputProps,
  | 'label'
  | 'description'
  | 'required'
  | 'withAsterisk'
  | 'disabled'
  | 'id'
  | 'name'
  | 'error'
  | 'autoFocus'
  | 'size'
  | 'w'
  | 'ref'
  | 'placeholder'
  | 'aria-label'
> {
  readonly value: BusinessDate | null
  readonly onChange: (value: BusinessDate | null) => void
  readonly min?: BusinessDate
  readonly max?: BusinessDate
  /** Which way a date without a year is meant; `future` by default. */
  readonly lean?: Lean
}

/** A date, typed as people type it (2026-3-5, 3-5, 3/5, +3) or picked: the button or Alt+↓ opens the calendar. What was typed stays. */
export function DateField({ value, onChange, min, max, lean = 'future', error, ...field }: DateFieldProps) {
  const { t } = useTranslation()
  const today = useToday()
  const dates = useDates()
  const [typed, setTyped] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const unreadable = typed !== null && typed.trim() !== '' && readDate(typed, today, lean) === undefined

  const finish = () => {
    if (typed === null) return
    if (!unreadable) setTyped(null)
  }
  const take = (text: string) => {
    setTyped(text)
    if (text.trim() === '') return onChange(null)
    const read = readDate(text, today, lean)
    if (read) onChange(read)
  }
  const shown = typed ?? (value ? `${value} ${dates.weekday(value)}` : '')
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...field}
          value={shown}
          error={unreadable ? t('ui.dateUnreadable') : error}
          placeholder={field.placeholder ?? t('ui.dateHint')}
          autoComplete="off"
          onChange={(event) => take(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish()
            if (event.key === 'ArrowDown' && event.altKey) {
              event.preventDefault()
              setOpened(true)
            }
          }}
          rightSection={
            <ActionIcon
              aria-label={t('ui.showCalendar')}
              tabIndex={-1}
              disabled={field.disabled ?? false}
              onClick={() => setOpened((was) => !was)}
            >
              <IconCalendar size={15} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('ui.showCalendar')} role="dialog">
        <DatePicker
          value={value}
          defaultDate={value ?? today}
          hideOutsideDates
          ariaLabels={t('ui.calendar', { returnObjects: true })}
          getDayAriaLabel={(day) => dates.full(pickedDate(day))}
          {...(min ? { minDate: min } : {})}
          {...(max ? { maxDate: max } : {})}
          getDayProps={(day) => (day === today ? { 'data-today': true, style: { fontWeight: 700 } } : {})}
          onChange={(picked) => {
            setTyped(null)
            onChange(picked ? pickedDate(picked) : null)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
