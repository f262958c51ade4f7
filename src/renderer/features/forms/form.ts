import type { CallOutput } from '../../api/calls.ts'

export const formKinds = ['visit_register', 'progress_sheet', 'daily_report', 'customer_card'] as const
/** 三表一卡: which of the four. */
export type FormKind = (typeof formKinds)[number]

export type VisitRegister = CallOutput<'forms.visitRegister'>
export type RegisterLine = VisitRegister['lines'][number]
export type ProgressSheet = CallOutput<'forms.progress'>
export type ProgressRow = ProgressSheet['rows'][number]
export type ProgressMark = ProgressRow['cells'][number]['marks'][number]
export type DailyReport = CallOutput<'forms.dailyReport'>
export type CardForm = CallOutput<'forms.card'>

/** What the addresses of the printed forms carry: whose, and from which row of a long month. */
export interface FormSearch {
  readonly staffId?: string
  readonly from?: number
}

export function readFormSearch({ staffId, from }: Record<string, unknown>): FormSearch {
  return {
    ...(typeof staffId === 'string' && staffId !== '' ? { staffId } : {}),
    ...(typeof from === 'number' && Number.isSafeInteger(from) && from > 0 ? { from } : {}),
  }
}
