/** What the desktop said of a question that it could not answer, without what Electron says around it. */
export const saidByDesktop = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /^Error invoking remote method '[^']*': (?:\w*Error: )?/,
    '',
  )
