import { z } from 'zod'
import { command } from './declare.ts'

export const outputs = {
  /** Leaves a trace of what was printed, saved as a file or pictured: who, when, what and how many. */
  record: command({
    access: 'output.record',
    input: z.strictObject({
      what: z.enum([
        'daily_check',
        'customer_list',
        'to_do_list',
        'customer_card',
        'import_rejects',
        'ownership_verdict',
        'penalty_month',
        'rectification',
        'leave_handoff',
        'visit_register',
        'progress_sheet',
        'daily_report',
        'privacy_notice',
      ]),
      form: z.enum(['print', 'pdf', 'picture', 'file']),
      detail: z.string().max(200).optional(),
      rows: z.number().int().min(0),
    }),
  }),
}
