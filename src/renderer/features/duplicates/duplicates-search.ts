import type { CallInput } from '../../api/calls.ts'

export const parts = ['pairs', 'dismissed', 'merges'] as const
export type Part = (typeof parts)[number]
export const levels = ['phone', 'plate', 'name'] as const
export type Level = NonNullable<NonNullable<CallInput<'duplicates.list'>>['level']>

/** What the address carries: the part, the level, and two records that somebody came to compare. */
export interface DuplicatesSearch {
  readonly tab?: Part
  readonly level?: Level
  readonly keptId?: string
  readonly droppedId?: string
}

const readId = (raw: unknown) => (typeof raw === 'string' && raw !== '' ? raw : undefined)

/** Reads an address, leaving out what it does not know. */
export function readDuplicatesSearch(raw: Record<string, unknown>): DuplicatesSearch {
  const found = {
    tab: parts.find((each) => each === raw['tab']),
    level: levels.find((each) => each === raw['level']),
    keptId: readId(raw['keptId']),
    droppedId: readId(raw['droppedId']),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
