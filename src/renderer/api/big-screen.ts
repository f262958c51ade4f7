import { desktop } from './desktop.ts'
import { windowName } from './window-name.ts'

/**
 * Whether this is the second window: 轮排 on the big screen of the showroom. It has the session of the first one, shows the board and
 * nothing else, and goes when the first one signs out or closes.
 */
export const isBigScreen = windowName === 'board'

/** Opens it on another display, or brings it to the front; answers whether there is another display. */
export const openBigScreen = (): Promise<boolean> => desktop.call('board', { open: true })
export const closeBigScreen = (): Promise<boolean> => desktop.call('board', { open: false })
