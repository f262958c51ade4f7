import { NumberInput, type NumberInputProps } from '@mantine/core'

interface WholeNumberProps extends Pick<
  NumberInputProps,
  'label' | 'error' | 'disabled' | 'description' | 'aria-label' | 'w' | 'placeholder' | 'suffix'
> {
  readonly value: number | null
  /** An empty field is no number. */
  readonly onChange: (value: number) => void
  /** Two places behind the point: yuan over fen. */
  readonly money?: boolean
}

/** A number of a rule. What cannot work is said beside it and never corrected silently. */
export function WholeNumber({ value, onChange, money = false, ...field }: WholeNumberProps) {
  const fen = 100
  const shown = value === null || !Number.isFinite(value) ? '' : money ? value / fen : value
  return (
    <NumberInput
      {...field}
      value={shown}
      onChange={(typed) => {
        if (typed === '') return onChange(Number.NaN)
        const number = Number(typed)
        return onChange(money ? Math.round(number * fen) : number)
      }}
      allowDecimal={money}
      decimalScale={money ? 2 : 0}
      hideControls
      clampBehavior="none"
    />
  )
}
