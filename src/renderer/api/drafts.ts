/**
 * Drafts of follow-ups, kept on this machine until they are saved: those of one person under one key of the page's storage, each
 * under its customer and its plan or opportunity. What is typed there tells of a customer, so it goes with him (S7).
 */

const prefix = 'showroom.drafts.'
/** Drafts of one person kept at most; the oldest go first. */
const most = 40

type Kept = Readonly<Record<string, unknown>>
type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Where a draft lies. */
export interface DraftPlace {
  readonly staffId: string
  readonly customerId: string
  /** Of the plan or the opportunity. */
  readonly id: string
}

const keyOf = ({ customerId, id }: DraftPlace): string => `${customerId} ${id}`

function readAll(storageKey: string, storage: Keeping): Kept {
  try {
    const found: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}')
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {} // as good as none: what cannot be read cannot be shown
  }
}

function writeAll(storageKey: string, all: Kept, storage: Keeping): void {
  const kept = Object.entries(all).slice(-most)
  try {
    if (kept.length === 0) storage.removeItem(storageKey)
    else storage.setItem(storageKey, JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // A full storage loses the draft, never the work on the screen.
  }
}

/** A plan goes to another record by a merge, and an earlier version kept drafts without their customer. */
const isOf = ({ id }: DraftPlace) => {
  const ending = ` ${id}`
  return ([key]: readonly [string, unknown]): boolean => key === id || key.endsWith(ending)
}

/** The draft that lies there; undefined where there is none. */
export const readDraftAt = (place: DraftPlace, storage: Keeping = localStorage): unknown =>
  Object.entries(readAll(prefix + place.staffId, storage)).findLast(isOf(place))?.[1]

/** Keeps a draft; null throws it away. */
export function keepDraftAt(place: DraftPlace, draft: unknown, storage: Keeping = localStorage): void {
  const storageKey = prefix + place.staffId
  const isHere = isOf(place)
  const others = Object.entries(readAll(storageKey, storage)).filter((each) => !isHere(each))
  const now: [string, unknown][] = draft === null ? [] : [[keyOf(place), draft]]
  writeAll(storageKey, Object.fromEntries([...others, ...now]), storage)
}

/** S7 Throws away what anybody has begun to write of a customer who is erased; of whom an earlier version wrote, nobody can tell. */
export function forgetDraftsOf(customerId: string, storage: Keeping = localStorage): void {
  const keys = Array.from({ length: storage.length }, (_none, index) => storage.key(index))
  for (const storageKey of keys) {
    if (!storageKey?.startsWith(prefix)) continue
    const others = Object.entries(readAll(storageKey, storage)).filter(
      ([key]) => key.includes(' ') && !key.startsWith(`${customerId} `),
    )
    writeAll(storageKey, Object.fromEntries(others), storage)
  }
}
