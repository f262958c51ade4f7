import type { WritableStore } from '../handle.ts'
import type { SignedCheckRow } from '../rows.ts'
import { signedChecks } from '../schema/index.ts'
import { insertRow } from './rows.ts'

/** Keeps a signed check as it was seen. It is evidence: triggers refuse every later change. */
export const addSignedCheck = (store: WritableStore, row: SignedCheckRow): void =>
  insertRow(store, signedChecks, row)
