import { useEffect } from 'react'
import { desktop } from '../../api/desktop.ts'
import { focusedBefore } from '../../api/screen-lock.ts'
import { holdKeys } from '../../ui/keys/hold-keys.ts'

/** While it is drawn: no key reaches the page below, the window names nobody, and the focus goes back to where it was. */
export function useCover(title: string) {
  useEffect(() => {
    const before = focusedBefore()
    const name = document.title
    const call = (words: string) => {
      document.title = words
      desktop.call('windowTitle', { title: words }).catch(() => {})
    }
    call(title)
    const letGo = holdKeys(() => false)
    return () => {
      letGo()
      call(name)
      // Hidden, it takes no focus; a moment later it can be seen again.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    }
  }, [title])
}
