/** What the shell named of this window, read once before the language takes the `?` out of the address (ui/locale.ts). */

/** Read from the address, or after a reload from what was kept of it. */
function read(key: 'window' | 'from'): string | null {
  const stored = `showroom.${key}`
  const named = new URLSearchParams(location.search).get(key)
  if (named !== null) sessionStorage.setItem(stored, named)
  return named ?? sessionStorage.getItem(stored)
}

/** Its name among the windows; `board` is 轮排 on the big screen. */
export const windowName = read('window')
/** The window with whose session it opened. */
export const openedFrom = read('from')
