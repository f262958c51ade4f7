import { uuidv7 } from 'uuidv7'

/** Makes opaque ids that rise with time, so that rows of one day lie together on disk. */
export type MakeId = () => string
export const newId: MakeId = () => uuidv7()
