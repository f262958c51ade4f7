import { createSpotlight } from '@mantine/spotlight'

/** The palette of Ctrl K: what it knows of itself, and how it is opened and closed. */
export const [paletteStore, palette] = createSpotlight()

const lines = () => document.getElementById(paletteStore.getState().listId)

/** Marks the first line as the one that Enter means; the palette itself does so only as one types, before the answer is there. */
export function markFirstLine(): void {
  const [first, ...others] = lines()?.querySelectorAll('[data-action]') ?? []
  for (const each of others) each.removeAttribute('data-selected')
  first?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: first ? 0 : -1 }))
}

/** Does what Enter does. */
export function runMarkedLine(): void {
  lines()?.querySelector<HTMLElement>('[data-selected]')?.click()
}
