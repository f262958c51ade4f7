import type { Locale } from '#shared/contract/setup.ts'
import type { ReadableStore } from '#main/store/handle.ts'

/** What a call needs from disk, read before its transaction begins; its handler finds it in `context.prepared`. */
export type Preparation = (input: unknown, around: { readonly store: ReadableStore; readonly locale: Locale }) => Promise<unknown>

const preparations: Readonly<Record<string, Preparation>> = {}

export const findPreparation = (path: string): Preparation | undefined =>
  Object.hasOwn(preparations, path) ? preparations[path] : undefined
