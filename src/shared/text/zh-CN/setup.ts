/** Words of the screen. */
export const setup = { title: '开始使用' } as const
