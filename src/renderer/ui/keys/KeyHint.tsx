import classes from './KeyHint.module.css'

const isMac = navigator.userAgent.includes('Mac')
const names: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** `mod+Enter` as it is printed on keys: Ctrl ↵. */
export const keyNames = (keys: string) =>
  (keys === 'shift+?' ? ['?'] : keys.split('+')).map(
    (key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  )

/** The shortcut printed on a button (`rightSection`) or in a list. Hidden from screen readers: the button says what it does. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.hint} aria-hidden>
      {keyNames(keys).map((key) => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
