import type { WritableStore } from '../handle.ts'
import type { RectificationRow } from '../rows.ts'
import { rectifications } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

/** A rectification report falls due (整改报告, R-8.9). */
export const addRectification = (
  store: WritableStore,
  row: Pick<RectificationRow, 'rectificationId' | 'entryId' | 'staffId' | 'ladder' | 'on' | 'dueOn'>,
): void => insertRow(store, rectifications, { ...row, status: 'due', version: 1 })

/** Changes a report and raises its version. */
export const changeRectification = (
  store: WritableStore,
  before: { readonly rectificationId: string; readonly version: number },
  patch: Partial<Omit<RectificationRow, 'rectificationId' | 'version'>>,
): RectificationRow =>
  updateRow(store, rectifications, before.rectificationId, { ...patch, version: before.version + 1 })
