import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** `mod+Enter`, `alt+1`, `F9`, `h`: mod is Ctrl, and ⌘ on a Mac. */
  readonly keys: string
  /** What it does, as the `?` overlay and Ctrl K say it. */
  readonly label: string
  readonly run: () => void
  /** Also while typing in a field: for keys with Ctrl or Alt and for F-keys, never for letters. */
  readonly inFields?: boolean
  /** Also while a dialog is open: for the shortcuts of the dialog itself. */
  readonly inDialog?: boolean
  /** False lets the key pass, and the overlay leaves it out. */
  readonly when?: boolean
}

export interface ShortcutGroup {
  readonly name: string
  readonly shortcuts: readonly Pick<Shortcut, 'keys' | 'label' | 'run'>[]
}
let groups: readonly ShortcutGroup[] = []
const listeners = new Set<() => void>()
function change(next: readonly ShortcutGroup[]) {
  groups = next
  for (const tell of listeners) tell()
}
const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** All shortcuts that work at this moment, for the `?` overlay and the commands of Ctrl K. */
export const useShortcutGroups = () => useSyncExternalStore(subscribe, () => groups)

const fields = ['INPUT', 'TEXTAREA', 'SELECT']
const isTyping = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement &&
  (event.target.isContentEditable || fields.includes(event.target.tagName))
/** Whether a dialog has the keyboard. */
export const isDialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

/** Keys pressed in a dialog: Esc has closed it by the time the key comes to the shortcuts of the page behind it. */
const pressedInDialog = new WeakSet<Event>()
window.addEventListener('keydown', (event) => isDialogOpen() && pressedInDialog.add(event), true)
const isOfDialog = (event: Event) => pressedInDialog.has(event) || isDialogOpen()

/** Registers the shortcuts of a screen under its name; they go with the component. */
export function useShortcuts(name: string, shortcuts: readonly Shortcut[]) {
  const active = shortcuts.filter(({ when = true }) => when)
  const latest = useRef(active)
  useEffect(() => {
    latest.current = active
  })
  useHotkeys(
    active.map(({ keys, run, inFields = false, inDialog = false }) => [
      keys,
      (event: KeyboardEvent) => {
        // Keys of an input method belong to it until the word is chosen.
        if (event.isComposing || (isTyping(event) && !inFields) || (isOfDialog(event) && !inDialog)) return
        event.preventDefault()
        run()
      },
      { preventDefault: false },
    ]),
    [],
    true,
  )
  const shown = JSON.stringify(active.map(({ keys, label }) => ({ keys, label })))
  useEffect(() => {
    const lines = JSON.parse(shown) as { keys: string; label: string }[]
    const run = (keys: string) => () => latest.current.find((each) => each.keys === keys)?.run()
    const group: ShortcutGroup = { name, shortcuts: lines.map((line) => ({ ...line, run: run(line.keys) })) }
    change([...groups, group])
    return () => change(groups.filter((each) => each !== group))
  }, [name, shown])
}
