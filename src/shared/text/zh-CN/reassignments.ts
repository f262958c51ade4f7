export const reassignments = {
  title: '客户再分配',
} as const
