/** Words that main itself writes into a record, in the language of the store. */
export const records = {
  planAfterRefusedLoss: '战败未获批准，重新跟进',
  appointmentConfirm: '确认到店预约 {{on}} {{time}}',
  appointmentCall: '到店前致电 {{time}}',
  appointmentMissed: '爽约跟进',
} as const
