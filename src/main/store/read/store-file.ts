import { sqliteOf, type ReadableStore } from '../handle.ts'

/** The file in which the store is: what belongs to it lies beside. */
export const findStoreFile = (store: ReadableStore): string => sqliteOf(store).name
