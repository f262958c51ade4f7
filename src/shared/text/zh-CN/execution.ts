/** Words of the screen. */
export const execution = {
  title: '执行跟进',
} as const
