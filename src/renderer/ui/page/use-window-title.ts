import { useEffect } from 'react'
import { desktop } from '../../api/desktop.ts'
import { makeCoveredTitle } from '../covered-title.ts'

/** The title of this window, in the system's task bar as well. */
export const windowTitle = makeCoveredTitle((title) => {
  if (title === '') return
  document.title = title
  desktop.call('windowTitle', { title }).catch(() => {})
})

/** Names the window; while the screen is locked only what covers it is seen (S4). */
export function useWindowTitle(title: string) {
  useEffect(() => windowTitle.name(title), [title])
}
