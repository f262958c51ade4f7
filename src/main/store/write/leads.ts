import type { LeadExceptionRow, LeadRow } from '../rows.ts'
import type { WritableStore } from '../handle.ts'
import { leadExceptions, leads } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

export const addLead = (store: WritableStore, row: LeadRow): void => insertRow(store, leads, row)
/** Changes a lead and raises its version. Returns the row as it is now. */
export const changeLead = (store: WritableStore, before: LeadRow, patch: Partial<LeadRow>): LeadRow =>
  updateRow(store, leads, before.leadId, { ...patch, version: before.version + 1 })

type RaisedException = Pick<
  LeadExceptionRow,
  'exceptionId' | 'leadId' | 'identity' | 'kind' | 'raisedOn' | 'raisedAt' | 'raisedBy' | 'note'
>
/** An exception 异常 as it is raised: nobody helps yet, nothing has come of it. */
export const addLeadException = (store: WritableStore, raised: RaisedException): void =>
  insertRow(store, leadExceptions, {
    ...raised,
    status: 'raised',
    helperId: null,
    helperNamedBy: null,
    helperNamedAt: null,
    instructionId: null,
    doneAt: null,
    doneBy: null,
    outcome: null,
  })
/** Writes a step of an exception: its helper, its end. */
export const changeLeadException = (
  store: WritableStore,
  exceptionId: string,
  step: Partial<LeadExceptionRow>,
): LeadExceptionRow => updateRow(store, leadExceptions, exceptionId, step)
