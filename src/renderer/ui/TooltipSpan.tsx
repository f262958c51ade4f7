import { Tooltip } from '@mantine/core'
import { useEffect, useState, type ComponentProps } from 'react'

/** As long as the theme waits elsewhere before a tooltip opens. */
const openDelayMs = 350

interface TooltipSpanProps extends Omit<ComponentProps<'span'>, 'onMouseEnter' | 'onMouseLeave'> {
  /** What is said while the mouse rests on it. */
  readonly tooltip: string
}

/**
 * Words or a sign with a tooltip, for what stands in lists by the dozen: the tooltip of the library, with its thirty hooks, is made
 * only once the mouse has come to rest on it. Nothing in it may take the focus.
 */
export function TooltipSpan({ tooltip, ...span }: TooltipSpanProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  return (
    <>
      <span
        {...span}
        onMouseEnter={({ currentTarget }) => setTarget(currentTarget)}
        onMouseLeave={() => setTarget(null)}
      />
      {target && <Waiting target={target} label={tooltip} />}
    </>
  )
}

function Waiting({ target, label }: { readonly target: HTMLElement; readonly label: string }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOpen(true), openDelayMs)
    return () => clearTimeout(timer)
  }, [])
  // It begins open and closes by itself when the mouse leaves or Esc is pressed.
  return isOpen && <Tooltip target={target} label={label} defaultOpened />
}
