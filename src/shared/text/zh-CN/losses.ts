/** Words of the screen. */
export const losses = {
  title: '战败待审',
} as const
