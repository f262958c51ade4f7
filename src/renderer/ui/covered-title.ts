/** The name of a window: that of its page, or while the page is covered, the name of what covers it. */
export interface CoveredTitle {
  /** The page names itself, also below a cover: then it is called so once it can be seen again. */
  readonly name: (title: string) => void
  /** Covers it; answers how to uncover it. */
  readonly cover: (title: string) => () => void
}

/** @param show puts a title where people see it */
export function makeCoveredTitle(show: (title: string) => void): CoveredTitle {
  let named = ''
  let covering: string | null = null
  const tell = () => show(covering ?? named)
  return {
    name: (title) => {
      named = title
      if (covering === null) tell()
    },
    cover: (title) => {
      covering = title
      tell()
      return () => {
        covering = null
        tell()
      }
    },
  }
}
