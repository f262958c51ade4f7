import { useEffect } from 'react'
import { isDialogOpen } from '../ui/keys/use-shortcuts.ts'

const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'Enter']
const lists = '#content [role="listbox"][tabindex="0"], #content [role="grid"]'

const isNowhere = () => document.activeElement === document.body || document.activeElement?.id === 'content'
const isPlain = (event: KeyboardEvent) =>
  !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey

const isSelectAll = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
/** Nowhere or in a list: there Ctrl A would paint the whole window, buttons and all. */
const isInPlace = () =>
  isNowhere() ||
  (document.activeElement?.matches('input, textarea') === false &&
    document.activeElement.closest('[role="listbox"], [role="grid"]') !== null)

/**
 * While the focus is nowhere – a page was just opened by its key, a dialog opened by a letter has closed – the keys of a
 * list go to the first list of the page. Ctrl A marks what a page marks, and never the window's own words.
 */
export function useWalkFromAnywhere() {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (isSelectAll(event) && isInPlace()) return event.preventDefault()
      if (event.defaultPrevented || !isPlain(event) || !keys.includes(event.key)) return
      if (!isNowhere() || isDialogOpen()) return
      const list = [...document.querySelectorAll<HTMLElement>(lists)].find((each) => each.checkVisibility())
      if (!list) return
      event.preventDefault()
      // A grid of cells has its place among them.
      const cell = list.tabIndex === 0 ? undefined : list.querySelector<HTMLElement>('[tabindex="0"]')
      if (cell) return cell.focus()
      list.focus()
      list.dispatchEvent(
        new KeyboardEvent('keydown', { key: event.key, code: event.code, bubbles: true, cancelable: true }),
      )
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [])
}
