/** Words of the screen. */
export const staff = { title: '员工' } as const
