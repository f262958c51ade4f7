export const policy = {
  title: '分级政策',
} as const
