export const duplicates = {}
