import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { ShownFailure } from '../../api/failure.ts'
import { focusFirstProblem } from '../keys/focus-problem.ts'

interface FormProps {
  /** The name of the form, where no dialog around it has one. */
  readonly label?: string
  readonly className?: string | undefined
  /** Why it was refused; null where that is no matter of its fields. */
  readonly failure: ShownFailure | null
  readonly onSave: () => void
  /** Esc gives up, unless a list is open or a word is being composed; nothing around the form hears of it. */
  readonly onLeave?: () => void
  readonly children: ReactNode
}

/** Fields that are saved together: Enter saves, and what was refused has the focus in its first wrong field. */
export function Form({ label, className, failure, onSave, onLeave, children }: FormProps) {
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failure) focusFirstProblem(box.current)
  }, [failure])
  const leave = (event: KeyboardEvent) => {
    const isOpen =
      event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Escape' || isOpen || event.nativeEvent.isComposing) return
    event.stopPropagation()
    event.nativeEvent.stopImmediatePropagation()
    onLeave?.()
  }
  return (
    <form
      ref={box}
      className={className}
      aria-label={label}
      noValidate
      onKeyDown={onLeave && leave}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      {children}
    </form>
  )
}
