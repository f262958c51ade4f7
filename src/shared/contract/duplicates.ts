export const duplicates = {}
export const merges = {}
