export const duplicates = {
  title: '疑似重复',
} as const
