import { useEffect, useRef } from 'react'
import { linesListId } from './PaneParts.tsx'

/** The table answers the keyboard at the cell that has its tab stop. */
export const focusFigure = () =>
  document.querySelector<HTMLElement>('table[role="grid"] td[tabindex="0"]')?.focus()

/** The list of lines, as soon as it is drawn; never the list that is about to make way for it. */
export const focusLines = (tries = 40) =>
  requestAnimationFrame(() => {
    const list = document.querySelector<HTMLElement>(`#${linesListId} [role="listbox"]`)
    if (list) list.focus()
    else if (tries > 0) focusLines(tries - 1)
  })

/** The keyboard begins at the figures (or where one left them), unless it is already somewhere. */
export function useFirstFocus(ready: boolean, focus: () => void) {
  const latest = useRef(focus)
  useEffect(() => {
    const { activeElement } = document
    if (ready && (activeElement === document.body || activeElement?.id === 'content')) latest.current()
  }, [ready])
}
