const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value

/** One text for one content, whatever the order in which it was put together: what a digest is taken of. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder)
