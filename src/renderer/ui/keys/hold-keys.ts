/** Takes a key before any page or dialog hears of it; answers true to let it through. */
type Guard = (event: KeyboardEvent) => boolean
let guards: readonly Guard[] = []

// Made when the program starts: whatever listens to the window later hears a key only after this.
for (const type of ['keydown', 'keyup', 'keypress'] as const)
  window.addEventListener(
    type,
    (event) => {
      const guard = guards.at(-1)
      if (guard && !guard(event)) event.stopImmediatePropagation()
    },
    true,
  )

/**
 * Keeps the keyboard for what lies above everything else: no shortcut and no dialog underneath answers. Typing, Tab and Enter work as
 * the browser does them. Answers a function that lets go.
 */
export function holdKeys(guard: Guard): () => void {
  guards = [...guards, guard]
  return () => {
    guards = guards.filter((each) => each !== guard)
  }
}
