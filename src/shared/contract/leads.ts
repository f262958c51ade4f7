export const leads = {}
export const appointments = {}
