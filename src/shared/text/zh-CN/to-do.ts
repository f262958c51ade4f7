/** Words of the screen. */
export const toDo = {
  title: '今日待办',
} as const
