import { z } from 'zod'
import { command, query } from './declare.ts'

/** The longest address or folder, in characters. */
export const longestUpdateSource = 1000

/** Where this store takes new versions of the program from. Whether there is one, the desktop finds out (`DesktopCalls`). */
export const updates = {
  /** The address or folder that is set; null: nobody looks for updates. */
  source: query({ access: 'store.read', output: z.object({ source: z.string().nullable() }) }),
  /**
   * Sets it, or none. Whatever lies there is installed on every machine of the store, so whoever sets it proves who he is (S4).
   * Refuses VALIDATION_FAILED for what is neither an https address, nor one of this machine, nor a folder.
   */
  setSource: command({
    access: 'update.manage',
    input: z.strictObject({ source: z.string().trim().min(1).max(longestUpdateSource).nullable() }),
    changes: ['store'],
    confirms: true,
  }),
}
