/** Words that main itself writes into a record, in the language of the store. */
export const records = {
  planAfterRefusedLoss: '战败未获批准，重新跟进',
} as const
