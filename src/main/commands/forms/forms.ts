import type { HandlersOf } from '#main/calls/context.ts'
import { makeCardForm } from './card-form.ts'
import { makeDailyReport } from './daily-report.ts'
import type { PreparedForm } from './forms-export.ts'
import { makeProgressSheet } from './progress-sheet.ts'
import { makeVisitRegister } from './visit-register.ts'

/** 三表一卡. */
export const forms: HandlersOf<'forms'> = {
  visitRegister: (store, { on }, context) => makeVisitRegister(store, on, context),
  progress: (store, input, context) => makeProgressSheet(store, input, context),
  dailyReport: (store, input, context) => makeDailyReport(store, input, context),
  card: (store, { customerId }, context) => makeCardForm(store, customerId, context),

  /** The file was written before and gets its place when its trace stands. */
  export: (_store, { form, path }, { prepared, because }) => {
    const { rows, detail } = prepared as PreparedForm
    because(JSON.stringify({ what: form, form: 'file', detail, rows }))
    return { path, rows }
  },
}
