export const instructions = {
  title: '领导批注',
} as const
