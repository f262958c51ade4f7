/** Words of the screen. */
export const dailyCheck = {
  title: '每日检查',
} as const
