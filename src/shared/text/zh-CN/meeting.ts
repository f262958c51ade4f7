export const meeting = {
  title: '夕会',
} as const
