import { useEffect } from 'react'
import { focusedBefore } from '../../api/screen-lock.ts'
import { holdKeys } from '../../ui/keys/hold-keys.ts'
import { windowTitle } from '../../ui/page/use-window-title.ts'

/** While it is drawn: no key reaches the page below, the window names nobody, and the focus goes back to where it was. */
export function useCover(title: string) {
  useEffect(() => {
    const before = focusedBefore()
    const uncover = windowTitle.cover(title)
    const letGo = holdKeys(() => false)
    return () => {
      letGo()
      uncover()
      // Hidden, it takes no focus; a moment later it can be seen again.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    }
  }, [title])
}
