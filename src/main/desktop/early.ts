import { app } from 'electron'

/** Imported first: an error nobody caught would open a box that waits for a click, and the process with it. */

let hear = (error: unknown) => {
  console.error('[showroom] error at start:', error)
  app.exit(1)
}
process.on('uncaughtException', (error) => hear(error))
process.on('unhandledRejection', (error) => hear(error))
// Whoever reads our output may go away.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

/** From now on, errors nobody caught are noted, and work goes on: the store is on another thread. */
export const noteUncaught = (note: (error: unknown) => void): void => {
  hear = note
}
