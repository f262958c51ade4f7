export const merges = {}
