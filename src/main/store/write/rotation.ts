import type { Desk } from '#shared/domain/codes.ts'
import type { WritableStore } from '../handle.ts'
import type { RotationEventRow, RotationPlaceRow } from '../rows.ts'
import { rotationEvents, rotationPlaces } from '../schema/index.ts'
import { deleteKeyedRow, insertRow, updateKeyedRow } from './rows.ts'

/** Gives somebody a place in the rotation of a desk. */
export const addPlace = (
  store: WritableStore,
  row: Pick<RotationPlaceRow, 'desk' | 'staffId' | 'rank'>,
): void => insertRow(store, rotationPlaces, row)

export const changePlace = (
  store: WritableStore,
  { desk, staffId }: { readonly desk: Desk; readonly staffId: string },
  patch: Partial<Omit<RotationPlaceRow, 'desk' | 'staffId'>>,
): void => updateKeyedRow(store, rotationPlaces, { desk, staffId }, patch)

/** Takes somebody out of the rotation who no longer stands at the desk. */
export const removePlace = (
  store: WritableStore,
  { desk, staffId }: { readonly desk: Desk; readonly staffId: string },
): void => deleteKeyedRow(store, rotationPlaces, { desk, staffId })

/** Tells what happened; it is never changed. */
export const addRotationEvent = (store: WritableStore, row: RotationEventRow): void =>
  insertRow(store, rotationEvents, row)
