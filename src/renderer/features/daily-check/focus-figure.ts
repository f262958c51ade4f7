import { linesListId } from './LinesPane.tsx'

/** The table answers the keyboard at the cell that has its tab stop. */
export const focusFigure = () =>
  document.querySelector<HTMLElement>('table[role="grid"] td[tabindex="0"]')?.focus()

/** The list of lines, as soon as it is drawn. */
export function focusLines(tries = 40) {
  const list = document.querySelector<HTMLElement>(`#${linesListId} [role="listbox"]`)
  if (list) list.focus()
  else if (tries > 0) requestAnimationFrame(() => focusLines(tries - 1))
}
