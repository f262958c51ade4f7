export const leaves = {
  title: '休假与交接',
} as const
