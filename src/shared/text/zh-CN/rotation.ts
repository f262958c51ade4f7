export const rotation = {
  title: '轮排',
} as const
