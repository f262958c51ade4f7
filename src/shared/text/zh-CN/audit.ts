export const audit = {
  title: '操作记录',
} as const
