/** Words of the screen. */
export const register = {
  title: '登记客户',
} as const
