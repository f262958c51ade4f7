import type { Random } from '#main/application/seed/random.ts'
import type { Operation } from './record.ts'

/**
 * A disk that forgets what was not synced. Writes reach the drive in any order, one by one or in sectors, until `fsync`; names
 * (a file made, removed, renamed) reach it in their order, until the folder is synced.
 */
export interface Disk {
  readonly apply: (operation: Operation) => void
  /** What may be found after a power cut at this moment: the files by name. */
  readonly cut: (random: Random) => { readonly files: ReadonlyMap<string, Buffer>; readonly torn: number }
}

type Change = Extract<Operation, { kind: 'write' | 'truncate' }>
/** Names that change at once: each with its file, or without one from now on. */
type Naming = ReadonlyMap<string, Inode | undefined>

/** A file apart from its name. */
interface Inode {
  durable: Bytes
  pending: Change[]
}

/** Bytes that can grow. */
interface Bytes {
  buffer: Buffer
  length: number
}

const sector = 512

function write(to: Bytes, at: number, bytes: Buffer): void {
  const end = at + bytes.length
  if (end > to.buffer.length) {
    const larger = Buffer.alloc(Math.max(end, to.buffer.length * 2, 64 * 1024))
    to.buffer.copy(larger, 0, 0, to.length)
    to.buffer = larger
  }
  bytes.copy(to.buffer, at)
  to.length = Math.max(to.length, end)
}

function truncate(to: Bytes, length: number): void {
  if (length > to.length) write(to, length - 1, Buffer.alloc(1))
  else to.buffer.fill(0, length, to.length)
  to.length = length
}

const change = (to: Bytes, operation: Change) =>
  operation.kind === 'write' ? write(to, operation.at, operation.bytes) : truncate(to, operation.length)
const copyOf = ({ buffer, length }: Bytes): Bytes => ({
  buffer: Buffer.from(buffer.subarray(0, length)),
  length,
})

/** Makes a disk on which these files lie, all of them synced. */
export function makeDisk(files: ReadonlyMap<string, Buffer>): Disk {
  const inodeOf = (bytes: Buffer): Inode => ({
    durable: { buffer: bytes, length: bytes.length },
    pending: [],
  })
  const durable = new Map([...files].map(([name, bytes]) => [name, inodeOf(Buffer.from(bytes))]))
  const present = new Map(durable)
  let namings: Naming[] = []

  function inode(name: string): Inode {
    const found = present.get(name)
    if (found) return found
    const made = inodeOf(Buffer.alloc(0))
    rename(new Map([[name, made]]))
    return made
  }
  function rename(naming: Naming): void {
    take(present, naming)
    namings.push(naming)
  }
  function take(names: Map<string, Inode>, naming: Naming): void {
    for (const [name, to] of naming) {
      if (to) names.set(name, to)
      else names.delete(name)
    }
  }

  return {
    apply: (operation) => {
      switch (operation.kind) {
        case 'say':
          return
        case 'sync-folder':
          for (const naming of namings) take(durable, naming)
          namings = []
          return
        case 'create':
          inode(operation.name)
          return
        case 'remove':
          rename(new Map([[operation.name, undefined]]))
          return
        case 'rename':
          rename(
            new Map([
              [operation.to, inode(operation.name)],
              [operation.name, undefined],
            ]),
          )
          return
        case 'sync': {
          // A folder within the folder is synced as well; what lies in it is not followed.
          const synced = present.get(operation.name)
          if (!synced) return
          for (const each of synced.pending) change(synced.durable, each)
          synced.pending = []
          return
        }
        default:
          inode(operation.name).pending.push(operation)
      }
    },
    cut: (random) => {
      const mode = random.weighted([
        ['drop', 25],
        ['keep', 15],
        ['some', 60],
      ] as const)
      const names = new Map(durable)
      const reached =
        mode === 'drop' ? 0 : mode === 'keep' ? namings.length : random.between(0, namings.length)
      for (const naming of namings.slice(0, reached)) take(names, naming)
      let torn = 0
      const found = [...names].map(([name, { durable: synced, pending }]): [string, Buffer] => {
        const left = copyOf(synced)
        const likely = random.next()
        for (const each of mode === 'drop' ? [] : pending) {
          if (mode === 'keep') change(left, each)
          else if (!random.chance(likely)) continue
          else if (each.kind === 'write' && each.bytes.length > sector && random.chance(0.5)) {
            torn += 1
            for (let at = 0; at < each.bytes.length; at += sector)
              if (random.chance(0.5)) write(left, each.at + at, each.bytes.subarray(at, at + sector))
          } else change(left, each)
        }
        return [name, left.buffer.subarray(0, left.length)]
      })
      return { files: new Map(found), torn }
    },
  }
}
