import type { WordsOf } from '../words.ts'
import type { records as zh } from '../zh-CN/records.ts'

export const records: WordsOf<typeof zh> = {
  planAfterRefusedLoss: 'Loss not approved: follow up again',
  appointmentConfirm: 'Confirm the appointment of {{on}} {{time}}',
  appointmentCall: 'Call before arrival {{time}}',
  leadFirstFollowUp: 'First follow-up',
  leadHelperChanged: '{{name}} helps instead',
  appointmentMissed: 'Follow up the no-show',
  erasedCustomer: 'Erased customer',
  erasedAgain: 'erased again after a backup was restored',
}
