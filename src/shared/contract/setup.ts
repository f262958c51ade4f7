import { z } from 'zod'
import { policyPreset, storeFailureKind, storeKind } from '../domain/codes.ts'
import { backupRef, backupRow, restored } from './backups.ts'
import { command, query } from './declare.ts'
import { instant, name, note } from './pieces.ts'

export const locale = z.enum(['zh-CN', 'en'])
export type Locale = z.infer<typeof locale>

/** Who has a store open (P7). */
export const storeHolder = z.object({
  program: z.enum(['application', 'command_line']),
  pid: z.number().int(),
  host: z.string(),
  since: instant,
})
export type StoreHolder = z.infer<typeof storeHolder>

/**
 * What a shell can do while no store is open. These are answered by the host of the store, not by an open store.
 */
export const setup = {
  state: query({
    access: 'public',
    output: z.object({
      state: z.enum(['no_store', 'open', 'failed']),
      failure: z
        .object({
          code: z.string(),
          message: z.string(),
          path: z.string(),
          kind: storeFailureKind,
          /** One sentence: what is safe, and what to do next. */
          safe: z.string(),
          /** Who has the store open (P7); null where that is not known or not the reason. */
          holder: storeHolder.nullable(),
        })
        .nullable(),
      storePath: z.string().nullable(),
      /** Sign-in hints of the demo store, shown on its sign-in screen; null for every other store. */
      demo: z
        .array(z.object({ login: z.string(), password: z.string(), name: z.string(), role: z.string() }))
        .nullable(),
    }),
  }),
  /** Creates the store of this machine with its administrator. */
  create: command({
    access: 'public',
    input: z.strictObject({
      name: name.min(1),
      kind: storeKind,
      policy: policyPreset,
      locale,
      admin: z.strictObject({ name: name.min(1), login: name.min(1), password: z.string().min(1).max(200) }),
    }),
    changes: ['store'],
  }),
  /** Opens the training store with demo data, making it first where there is none. */
  openDemo: command({ access: 'public', input: z.strictObject({ locale }), changes: ['store'] }),
  /** Goes back from the demo store to the choice of the first start, or to the live store. */
  leaveDemo: command({ access: 'public', changes: ['store'] }),
  /** Tries again to open the store that did not open; `state` tells what came of it. */
  retry: command({ access: 'public', changes: ['store'] }),
  /** P5 The backups of a store that does not open, newest first: ages and counts, no names of customers. Refuses PERMISSION_DENIED while a store is open. */
  backups: query({
    access: 'public',
    output: z.object({
      backups: z.array(backupRow),
      folder: z.string(),
      /** S7 By place and name of a backup: how many people were erased since it was made. Restoring it erases them again. */
      toErase: z.record(z.string(), z.number().int()),
      second: z.object({ path: z.string(), reachable: z.boolean(), reading: z.boolean() }).nullable(),
    }),
  }),
  /**
   * P5 Puts a backup in the place of a store that does not open, on the word of an administrator, a director or a manager
   * who is one IN THAT BACKUP. The file that does not open is kept aside, never deleted. Refuses SIGN_IN_FAILED with a
   * wait that survives a restart, PERMISSION_DENIED for other roles, FILE_REFUSED for a bad backup.
   */
  restore: command({
    access: 'public',
    input: z.strictObject({
      ...backupRef.shape,
      login: name.min(1),
      password: z.string().min(1).max(200),
      reason: note.optional(),
    }),
    output: restored,
    changes: ['store', 'backups'],
  }),
}
