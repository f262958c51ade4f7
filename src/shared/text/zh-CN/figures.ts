export const figures = {
  title: '展厅指标',
} as const
