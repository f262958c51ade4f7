export const rectifications = {
  title: '整改报告',
} as const
