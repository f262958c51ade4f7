export const penalties = {
  title: '考核',
} as const
