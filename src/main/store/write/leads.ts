import type { LeadExceptionRow, LeadRow } from '../rows.ts'
import type { WritableStore } from '../handle.ts'
import { leadExceptions, leads } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

export const addLead = (store: WritableStore, row: LeadRow): void => insertRow(store, leads, row)
/** Changes a lead and raises its version. Returns the row as it is now. */
export const changeLead = (store: WritableStore, before: LeadRow, patch: Partial<LeadRow>): LeadRow =>
  updateRow(store, leads, before.leadId, { ...patch, version: before.version + 1 })

export const addLeadException = (store: WritableStore, row: LeadExceptionRow): void =>
  insertRow(store, leadExceptions, row)
/** Writes a step of an exception: its helper, its end. */
export const changeLeadException = (
  store: WritableStore,
  exceptionId: string,
  step: Partial<LeadExceptionRow>,
): LeadExceptionRow => updateRow(store, leadExceptions, exceptionId, step)
