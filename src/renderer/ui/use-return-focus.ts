import { useEffect, useState } from 'react'

/** For a dialog that is made when it opens: gives the focus back to where it was when the dialog goes. */
export function useReturnFocus() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
    [before],
  )
}
