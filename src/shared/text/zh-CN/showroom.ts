export const showroom = {
  title: '展厅',
} as const
