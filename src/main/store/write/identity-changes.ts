import type { WritableStore } from '../handle.ts'
import type { IdentityChangeRow } from '../rows.ts'
import { identityChanges } from '../schema/index.ts'
import { insertRow } from './rows.ts'

/** Notes that the name or phone of a customer was changed. */
export const addIdentityChange = (store: WritableStore, row: IdentityChangeRow): void =>
  insertRow(store, identityChanges, row)
