import { refuse } from '#shared/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findPolicyDocument, listVersions } from '#main/store/read/policies.ts'
import { policyOn } from '#main/store/read/store.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { previewOf, type Preview } from './policies-preview.ts'

type Version = Output<'policies', 'list'>['rows'][number]

/** Every version, the newest first, and where each stands today. */
function versionsOn(store: ReadableStore, today: BusinessDate): Version[] {
  const inForce = policyOn(store, today).version
  const versions = listVersions(store)
  const stateOf = ({ version, effectiveFrom }: (typeof versions)[number]): Version['state'] => {
    if (version === inForce) return 'inForce'
    const overtaken = versions.some((each) => each.version > version && each.effectiveFrom <= effectiveFrom)
    if (overtaken) return 'replaced'
    return version < inForce ? 'past' : 'coming'
  }
  return versions.map((each) => ({ ...each, state: stateOf(each) }))
}

/** The versions of the policy and what one would do; a version is published by the daily part. */
export const policies: Omit<HandlersOf<'policies'>, 'publish'> = {
  current: (store, _input, { today }) => policyOn(store, today),

  list: (store, _input, { today }) => {
    const rows = versionsOn(store, today)
    return { rows, nextCursor: null, total: rows.length }
  },

  get: (store, { version }, { today }) => {
    const found = versionsOn(store, today).find((each) => each.version === version)
    const policy = findPolicyDocument(store, version)
    if (!found || !policy) return refuse('NOT_FOUND', { what: 'policy', id: String(version) })
    return { ...found, policy }
  },

  /** What a thread of its own has worked out; where the call came without one, it is worked out here. */
  preview: (store, input, { today, prepared }) =>
    (prepared as Preview | undefined) ?? previewOf(store, input, today),
}
