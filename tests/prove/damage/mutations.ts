import type { Random } from '#main/application/seed/random.ts'

/** The files of a store that was left in the middle of its work. */
export interface StoreFiles {
  readonly store: Buffer
  readonly log: Buffer
  /** The index of the log, in shared memory. */
  readonly index: Buffer
}

export const pageBytes = 4096
/** The head of a store file, and the head of a log with that of its first frame. */
const headBytes = { store: 100, log: 56 } as const

type Mutation = (files: StoreFiles, random: Random) => StoreFiles

const garbage = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.between(0, 255)))

/** The same change to the store file or to its log. */
const either =
  (change: (bytes: Buffer, random: Random) => Buffer): Mutation =>
  (files, random) =>
    random.chance(0.6)
      ? { ...files, store: change(Buffer.from(files.store), random) }
      : { ...files, log: change(Buffer.from(files.log), random) }

const page = (bytes: Buffer, random: Random) =>
  random.between(0, Math.floor(bytes.length / pageBytes) - 1) * pageBytes

/** What happens to files of shops: old disks, half copies, tools that repair, and the hand of somebody who means well. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'flipped bits': either((bytes, random) => {
    for (let i = random.between(1, 8); i > 0; i -= 1) {
      const at = random.between(0, bytes.length - 1)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.between(0, 7)), at)
    }
    return bytes
  }),
  'cut short': either((bytes, random) => bytes.subarray(0, random.between(1, bytes.length - 1))),
  'cut at a page': either((bytes, random) => bytes.subarray(0, page(bytes, random))),
  'zeroed pages': either((bytes, random) => {
    const at = page(bytes, random)
    return bytes.fill(0, at, at + pageBytes * random.between(1, 4))
  }),
  'overwritten pages': either((bytes, random) => {
    garbage(random, pageBytes).copy(bytes, page(bytes, random))
    return bytes
  }),
  'swapped pages': (files, random) => {
    const bytes = Buffer.from(files.store)
    const [a, b] = [page(bytes, random), page(bytes, random)]
    files.store.copy(bytes, a, b, b + pageBytes)
    files.store.copy(bytes, b, a, a + pageBytes)
    return { ...files, store: bytes }
  },
  'an older page': (files, random) => {
    // The page of a frame of the log, taken out of another frame: what a copy in pieces mixes.
    const bytes = Buffer.from(files.log)
    const frame = 24 + pageBytes
    const frames = Math.floor((bytes.length - 32) / frame)
    const at = () => 32 + random.between(0, frames - 1) * frame
    const [to, from] = [at(), at()]
    files.log.copy(bytes, to + 24, from + 24, from + frame)
    return { ...files, log: bytes }
  },
  'an empty file': (files, random) =>
    random.chance(0.7) ? { ...files, store: Buffer.alloc(0) } : { ...files, log: Buffer.alloc(0) },
  'a damaged head': (files, random) => {
    const which = random.chance(0.7) ? 'store' : 'log'
    const bytes = Buffer.from(files[which])
    for (let i = random.between(1, 4); i > 0; i -= 1)
      bytes.writeUInt8(random.between(0, 255), random.between(0, headBytes[which] - 1))
    return { ...files, [which]: bytes }
  },
  'a garbage log': (files, random) => ({ ...files, log: garbage(random, random.between(1, 40_000)) }),
  'a log with a garbage tail': (files, random) => ({
    ...files,
    log: Buffer.concat([files.log, garbage(random, random.between(1, 20_000))]),
  }),
  'a garbage index': (files, random) => ({ ...files, index: garbage(random, random.between(1, 70_000)) }),
  'a store with a garbage tail': (files, random) => ({
    ...files,
    store: Buffer.concat([files.store, garbage(random, random.between(1, 20_000))]),
  }),
}

/** The name and the result of one mutation. */
export function mutate(
  files: StoreFiles,
  random: Random,
): { readonly name: string; readonly files: StoreFiles } {
  const name = random.pick(Object.keys(mutations))
  const mutation = mutations[name]
  if (!mutation) throw new Error(name)
  return { name, files: mutation(files, random) }
}
