export const leads = {
  title: '线索',
} as const
