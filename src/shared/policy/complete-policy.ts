import { base } from './presets/base.ts'
import type { Policy } from './policy.ts'

type Tree = { readonly [key: string]: unknown }
const isTree = (value: unknown): value is Tree =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const fillIn = (stored: Tree, defaults: Tree): Tree => ({
  ...Object.fromEntries(
    Object.entries(defaults).map(([key, value]) => {
      const there = stored[key]
      if (there === undefined) return [key, value]
      return [key, isTree(there) && isTree(value) ? fillIn(there, value) : there]
    }),
  ),
  ...Object.fromEntries(Object.entries(stored).filter(([key]) => !(key in defaults))),
})

/**
 * A stored version of a policy as this program knows policies: what a later program asks of a policy and an earlier
 * one did not write has the default of the presets. What stands in it stays, so that an old version keeps judging alike.
 */
export const completePolicy = (stored: unknown): Policy => fillIn(stored as Tree, base) as unknown as Policy
