import { desktop } from './desktop.ts'

/**
 * Whether this is the second window: 轮排 on the big screen of the showroom. It has the session of the first one, shows the board and
 * nothing else, and goes when the first one signs out or closes.
 */
export const isBigScreen = readWindow() === 'board'

/** Which window the shell named. It is kept for a reload, because the address loses its `?` (ui/locale.ts). */
function readWindow(): string | null {
  const key = 'showroom.window'
  const named = new URLSearchParams(location.search).get('window')
  if (named !== null) sessionStorage.setItem(key, named)
  return named ?? sessionStorage.getItem(key)
}

/** Opens it on another display, or brings it to the front; answers whether there is another display. */
export const openBigScreen = (): Promise<boolean> => desktop.call('board', { open: true })
export const closeBigScreen = (): Promise<boolean> => desktop.call('board', { open: false })
