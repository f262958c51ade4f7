import type { Input } from '#shared/contract/index.ts'
import { discardStrays } from '#main/files/recordings/discard-strays.ts'
import { discard } from '#main/files/recordings/take-in.ts'
import { ownFolderOf } from '#main/commands/recordings/recording-preparation.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { reachOf } from '#main/store/read/erasure.ts'
import { listKeptFiles, listPlacesOf } from '#main/store/read/recordings.ts'
import { hasRemains, overwriteDeleted, overwriteRemains } from '#main/store/remains.ts'

/**
 * What an erasure left undone when the program ended in the middle of it (S7): recordings that belong to nobody any more, and pages
 * that are free. For the opening of a store, when nobody takes a recording in. True when nothing is left.
 */
export async function finishErasing(store: ReadableStore): Promise<boolean> {
  if (!hasRemains(store)) return true
  await discardStrays(
    ownFolderOf(store),
    listKeptFiles(store).map(({ path }) => path),
  )
  return overwriteRemains(store)
}

const tries = 10
const betweenTriesMs = 60_000

/** Somebody else was reading, a backup maybe: tried again, and at the next opening if that does not help either. */
function overwriteLater(store: ReadableStore, left: number): void {
  const again = () => {
    try {
      if (!hasRemains(store) || overwriteRemains(store)) return
    } catch {
      // Still busy, or closed by now.
    }
    if (left > 1) overwriteLater(store, left - 1)
  }
  setTimeout(again, betweenTriesMs).unref()
}

/** Before an erasure: whatever it deletes is overwritten; afterwards his recordings go, and what is left on free pages and in the log. */
export function prepareErasure(
  { customerId }: Input<'privacy', 'erase'>,
  { store, keeper }: { readonly store: ReadableStore; readonly keeper: { readonly noteErased: () => void } },
): Promise<{ readonly value: null; readonly settle: () => Promise<void> }> {
  const { contacts, phones } = reachOf(store, customerId, [])
  const places = listPlacesOf(store, contacts, phones)
  overwriteDeleted(store)
  const settle = async () => {
    try {
      keeper.noteErased()
    } catch {
      // The next manifest tells it.
    }
    try {
      for (const place of places) await discard(ownFolderOf(store), place)
      if (hasRemains(store) && overwriteRemains(store)) return
    } catch {
      // The person is erased whatever happens here; what is left undone is marked.
    }
    overwriteLater(store, tries)
  }
  return Promise.resolve({ value: null, settle })
}
