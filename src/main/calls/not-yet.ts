import { contract, type Noun } from '#shared/contract/index.ts'
import type { HandlersOf } from './context.ts'

/** Stands in for a handler that is being written; nothing of it is left when the work is done. */
export const notYet = <N extends Noun>(noun: N): HandlersOf<N> =>
  Object.fromEntries(
    Object.keys(contract[noun]).map((verb) => [
      verb,
      () => {
        throw new Error(`${noun}.${verb} is not written yet`)
      },
    ]),
  ) as unknown as HandlersOf<N>
