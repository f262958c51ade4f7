/** Words of the screen. */
export const imports = {
  title: '导入台账',
} as const
