export const exports = {
  title: '导出',
} as const
