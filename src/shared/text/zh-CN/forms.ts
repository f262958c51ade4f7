export const forms = {
  title: '三表一卡',
} as const
