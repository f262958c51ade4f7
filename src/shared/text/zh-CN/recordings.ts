export const recordings = {
  title: '电话录音',
} as const
