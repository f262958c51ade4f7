import { z } from 'zod'

/** The store itself and its policy (section 2). */

export const storeKinds = ['live', 'training'] as const
/** A training store (演练) may move its clock; a live one never. */
export const storeKind = z.enum(storeKinds)
export type StoreKind = z.infer<typeof storeKind>

export const policyPresets = ['benyue', 'three-forms', 'tracking-log', 'dcc', 'oabcd'] as const
/** The presets of. */
export const policyPreset = z.enum(policyPresets)
export type PolicyPreset = z.infer<typeof policyPreset>
