import type { Input } from '#shared/contract/index.ts'
import { discardStrays } from '#main/files/recordings/discard-strays.ts'
import { discard } from '#main/files/recordings/take-in.ts'
import { ownFolderOf } from '#main/commands/recordings/recording-preparation.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { reachOf } from '#main/store/read/erasure.ts'
import { listKeptFiles, listPlacesOf } from '#main/store/read/recordings.ts'
import { hasRemains, overwriteDeleted } from '#main/store/remains.ts'
import type { LookedUp, LookedUpInFull } from './person.ts'

/** Overwrites what is left on free pages and in the log; false where it has to be tried again. */
type Overwrite = () => Promise<boolean>

/**
 * What an erasure left undone when the program ended in the middle of it (S7): recordings that belong to nobody any more, and pages
 * that are free. For the opening of a store, when nobody takes a recording in. True when nothing is left.
 */
export async function finishErasing(store: ReadableStore, overwrite: Overwrite): Promise<boolean> {
  if (!hasRemains(store)) return true
  await discardStrays(
    ownFolderOf(store),
    listKeptFiles(store).map(({ path }) => path),
  )
  if (await overwrite().catch(() => false)) return true
  overwriteLater(overwrite, tries)
  return false
}

const tries = 10
const betweenTriesMs = 60_000

/** Somebody else was reading, a backup maybe: tried again, and at the next opening if that does not help either. */
function overwriteLater(overwrite: Overwrite, left: number): void {
  const again = async () => {
    // Still busy, or closed by now.
    if (await overwrite().catch(() => false)) return
    if (left > 1) overwriteLater(overwrite, left - 1)
  }
  setTimeout(() => void again(), betweenTriesMs).unref()
}

/** Before an erasure: he is looked for where no call waits for it, and whatever it deletes is overwritten; afterwards his recordings go, and what is left on free pages and in the log. */
export async function prepareErasure(
  { customerId }: Input<'privacy', 'erase'>,
  {
    store,
    keeper,
    overwrite,
    lookUpInFull,
  }: {
    readonly store: ReadableStore
    readonly keeper: { readonly noteErased: () => void }
    readonly overwrite: Overwrite
    readonly lookUpInFull: (customerId: string) => Promise<LookedUpInFull>
  },
): Promise<{ readonly value: LookedUpInFull; readonly settle: () => Promise<void> }> {
  const value = await lookUpInFull(customerId)
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
      if (await overwrite()) return
    } catch {
      // The person is erased whatever happens here; what is left undone is marked.
    }
    overwriteLater(overwrite, tries)
  }
  return { value, settle }
}

/** Before its preview: the trail is read from end to end. */
export const prepareErasurePreview = async (
  { customerId }: Input<'privacy', 'previewErasure'>,
  { lookUp }: { readonly lookUp: (customerId: string) => Promise<LookedUp> },
): Promise<{ readonly value: LookedUp }> => ({ value: await lookUp(customerId) })
