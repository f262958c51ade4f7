import { createHash } from 'node:crypto'

/** Chance that comes out the same every time it starts from the same seed. */
export interface Random {
  /** 0 … 1, 1 excluded. */
  readonly next: () => number
  /** A whole number between the two, both included. */
  readonly between: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** One of the choices, as likely as its weight. */
  readonly weighted: <T>(choices: readonly (readonly [T, number])[]) => T
}

/** Makes a stream of chance from a text (xoshiro128**). */
export function makeRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest()
  const state = new Uint32Array(4)
  for (let i = 0; i < 4; i += 1) state[i] = digest.readUInt32LE(i * 4)
  const [a, b, c, d] = [0, 1, 2, 3] as const
  const at = (i: 0 | 1 | 2 | 3) => state[i] ?? 0
  const turn = (value: number, by: number) => (value << by) | (value >>> (32 - by))

  const next = () => {
    const result = Math.imul(turn(Math.imul(at(b), 5), 7), 9) >>> 0
    const shifted = at(b) << 9
    state[c] = at(c) ^ at(a)
    state[d] = at(d) ^ at(b)
    state[b] = at(b) ^ at(c)
    state[a] = at(a) ^ at(d)
    state[c] = at(c) ^ shifted
    state[d] = turn(at(d), 11)
    return result / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => {
    const found = from[between(0, from.length - 1)]
    if (found === undefined) throw new Error('picked from nothing')
    return found
  }
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return pick(choices)[0]
    },
  }
}

/** Makes ids of the usual form (UUID version 7) out of a moment and chance alone. */
export function makeSeedIds(random: Random): (at: number) => string {
  let count = 0
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return (at) => {
    count = (count + 1) % 0x1000
    const time = hex(at, 12)
    const tail = hex(random.between(0, 0xffffff), 6) + hex(random.between(0, 0xffffff), 6)
    const variant = hex(0x8000 + random.between(0, 0x3fff), 4)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(count, 3)}-${variant}-${tail}`
  }
}
