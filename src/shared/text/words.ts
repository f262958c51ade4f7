/** The type of a text tree: the keys of the Chinese one, with any wording. */
export type WordsOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsOf<T[K]> }
