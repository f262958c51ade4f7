import { useEffect, useState } from 'react'

/**
 * For a dialog that is made when it opens: gives the focus back to where it was when the dialog goes. Not `made` open, the
 * dialog gives it back by itself.
 */
export function useReturnFocus(made = true) {
  const [before] = useState(() => (made ? document.activeElement : null))
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
    [before],
  )
}
