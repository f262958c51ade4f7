/** Words that main itself writes into a record, in the language of the store. */
export const records = {
  planAfterRefusedLoss: '战败未获批准，重新跟进',
  appointmentConfirm: '确认到店预约 {{on}} {{time}}',
  appointmentCall: '到店前致电 {{time}}',
  /** Purpose of the plan that comes with a lead. */
  leadFirstFollowUp: '首次跟进',
  /** Answer on the instruction of a helper whose place somebody else takes. */
  leadHelperChanged: '改由 {{name}} 协助',
  appointmentMissed: '爽约跟进',
  /** Stands for the name of somebody who was erased (S7). */
  erasedCustomer: '已抹除客户',
  /** Why, where a backup had brought him back. */
  erasedAgain: '恢复备份后再次抹除',
} as const
