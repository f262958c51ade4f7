import type { BusinessDate } from '#shared/time/business-date.ts'
import type { WritableStore } from '../handle.ts'
import type { LossRow, NewFollowUp, NewPlan, PlanRow } from '../rows.ts'
import { followUps, lossApplications, plans } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

export const addPlan = (store: WritableStore, row: NewPlan): void => insertRow(store, plans, row)
export const addFollowUp = (store: WritableStore, row: NewFollowUp): void => insertRow(store, followUps, row)

/** Ends a plan: executed by a follow-up, or dropped because its opportunity ended. */
export const endPlan = (
  store: WritableStore,
  planId: string,
  end: {
    readonly status: 'executed' | 'dropped'
    readonly endedOn: BusinessDate
    readonly followUpId?: string
  },
): void => {
  updateRow(store, plans, planId, {
    status: end.status,
    endedOn: end.endedOn,
    followUpId: end.followUpId ?? null,
  })
}

/** Gives an open plan another date, or a manager's permission. */
export const changePlan = (
  store: WritableStore,
  planId: string,
  patch: Partial<Pick<PlanRow, 'dueOn' | 'dueTime' | 'channel' | 'purpose' | 'beyondLimitReason'>>,
): PlanRow => updateRow(store, plans, planId, patch)

/** Files an application to lose an opportunity. */
export const addLoss = (store: WritableStore, row: LossRow): void => insertRow(store, lossApplications, row)
