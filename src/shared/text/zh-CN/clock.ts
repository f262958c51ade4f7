export const clock = {
  title: '时钟',
} as const
