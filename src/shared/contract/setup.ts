import { z } from 'zod'
import { policyPreset, storeKind } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { name } from './pieces.ts'

export const locale = z.enum(['zh-CN', 'en'])
export type Locale = z.infer<typeof locale>

/**
 * What a shell can do while no store is open. These are answered by the host of the store, not by an open store.
 */
export const setup = {
  state: query({
    access: 'public',
    output: z.object({
      state: z.enum(['no_store', 'open', 'failed']),
      failure: z.object({ code: z.string(), message: z.string(), path: z.string() }).nullable(),
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
}
