export const ownership = {
  title: '客户归属',
} as const
