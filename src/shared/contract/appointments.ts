export const appointments = {}
