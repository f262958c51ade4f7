import { NumberInput, type NumberInputProps } from '@mantine/core'

interface WholeNumberProps extends Pick<
  NumberInputProps,
  'label' | 'error' | 'disabled' | 'description' | 'aria-label' | 'aria-describedby' | 'w' | 'placeholder'
> {
  readonly value: number | null
  /** An empty field is no number. */
  readonly onChange: (value: number) => void
  /** How much of the value is one on the screen: yuan over fen, minutes over milliseconds. */
  readonly per?: number
}

/** A number of a rule. What cannot work is said beside it and never corrected silently. */
export function WholeNumber({ value, onChange, per = 1, ...field }: WholeNumberProps) {
  const shown = value === null || !Number.isFinite(value) ? '' : value / per
  return (
    <NumberInput
      {...field}
      value={shown}
      onChange={(typed) => onChange(typed === '' ? Number.NaN : Math.round(Number(typed) * per))}
      allowDecimal={per !== 1}
      decimalScale={per === 1 ? 0 : 2}
      hideControls
      clampBehavior="none"
    />
  )
}
