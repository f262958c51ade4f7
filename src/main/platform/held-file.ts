import { setTimeout as pause } from 'node:timers/promises'

/** What Windows says of a file that another program holds just now: a virus scanner, the search, a cloud folder being synced. */
const held: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY']

/** They let go after some hundredths of a second; what is held for longer is held by somebody. Milliseconds, one for each further try. */
const pauses = [10, 25, 50, 100, 200, 400, 800] as const

interface Holding {
  readonly platform?: NodeJS.Platform
  /** Waits on this thread, which does nothing else meanwhile. */
  readonly wait?: (ms: number) => void
}

const isHeld = (error: unknown, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && error instanceof Error && 'code' in error && held.includes(error.code)

const sleep = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/**
 * Renames, removes or opens a file that another program may hold for a moment, as only Windows lets it: tried again for a second and
 * a half, then the error is thrown as it came (P4, P6).
 */
export function whenLetGo<T>(work: () => T, { platform = process.platform, wait = sleep }: Holding = {}): T {
  for (const ms of pauses) {
    try {
      return work()
    } catch (error) {
      if (!isHeld(error, platform)) throw error
      wait(ms)
    }
  }
  return work()
}

/** The same where others are to be answered meanwhile. */
export async function soonLetGo<T>(
  work: () => Promise<T>,
  { platform = process.platform }: Pick<Holding, 'platform'> = {},
): Promise<T> {
  for (const ms of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isHeld(error, platform)) throw error
      await pause(ms)
    }
  }
  return work()
}
