import { Input } from '@mantine/core'
import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { KeyHint } from '../keys/KeyHint.tsx'
import classes from './ChoiceGroup.module.css'

export interface Choice<T extends string> {
  readonly value: T
  readonly label: ReactNode
  /** What it is called where `label` is no text. */
  readonly name?: string
  /** The key printed on it; the screen registers the shortcut itself. */
  readonly keys?: string
}

interface ChoiceGroupProps<T extends string> {
  readonly label: string
  /** Leaves the words of the label to screen readers. */
  readonly labelHidden?: boolean
  readonly choices: readonly Choice<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly error?: string | undefined
  readonly required?: boolean
  /** All of one width, this many a row where there is room; without it each is as wide as its words. */
  readonly columns?: number
  readonly id?: string
  readonly disabled?: boolean
  /** The dialog around it begins here. */
  readonly autoFocus?: boolean
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** One of a few, all in sight: arrows move the choice, a click or the printed key makes it. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const { label, labelHidden = false, choices, value, onChange, error, required = false } = props
  const { columns, id, disabled = false, autoFocus = false } = props
  const box = useRef<HTMLDivElement>(null)
  const chosen = choices.findIndex((each) => each.value === value)

  const first = chosen < 0 ? 0 : chosen

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || disabled) return
    event.preventDefault()
    const from = chosen < 0 ? (step > 0 ? -1 : 0) : chosen
    const next = choices[(from + step + choices.length) % choices.length]
    if (!next) return
    onChange(next.value)
    box.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next.value)}"]`)?.focus()
  }
  const group = (
    <div
      ref={box}
      id={id}
      role="radiogroup"
      aria-label={label}
      aria-required={required || undefined}
      aria-invalid={error ? true : undefined}
      className={classes.group}
      style={columns ? ({ '--columns': columns } as CSSProperties) : undefined}
      data-even={columns ? true : undefined}
      onKeyDown={move}
    >
      {choices.map((each, index) => (
        <button
          key={each.value}
          type="button"
          role="radio"
          aria-checked={each.value === value}
          aria-label={each.name}
          data-value={each.value}
          data-error={error ? true : undefined}
          tabIndex={index === first ? 0 : -1}
          data-autofocus={(autoFocus && index === first) || undefined}
          className={classes.choice}
          disabled={disabled}
          onClick={() => onChange(each.value)}
        >
          {each.keys && (
            <span className={classes.key}>
              <KeyHint keys={each.keys} />
            </span>
          )}
          <span className={classes.label}>{each.label}</span>
        </button>
      ))}
    </div>
  )
  if (labelHidden)
    return (
      <div>
        {group}
        {error && <Input.Error mt={4}>{error}</Input.Error>}
      </div>
    )
  return (
    <Input.Wrapper label={label} labelElement="div" error={error} withAsterisk={required}>
      {group}
    </Input.Wrapper>
  )
}
