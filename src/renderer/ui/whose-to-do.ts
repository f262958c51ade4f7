/** Under which key a manager's to-do page remembers whose list it shows, so that other pages can lead to somebody's. */
export const whoseToDoKey = (managerId: string): string => `showroom.toDo.consultant.${managerId}`
