import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { quickly } from '../load/process.ts'

/** One thing that a process did to the files of a folder, or said, in the order in which it happened. Files go by their names. */
export type Operation =
  | { readonly kind: 'write'; readonly name: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly length: number }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'create' | 'remove'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  /** The names of the folder have reached the disk. */
  | { readonly kind: 'sync-folder' }
  | { readonly kind: 'say'; readonly text: string }

export interface Recorded {
  readonly operations: readonly Operation[]
  readonly code: number | null
  readonly notices: string
}

const calls = 'openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat'
/** Calls that would change a file unseen by the model: one of them, and the record is not to be trusted. */
const unknownCalls = 'pwritev,pwritev2,writev,fallocate,copy_file_range,sendfile,link,linkat,truncate'

/** Why no process can be recorded here; undefined where it can. */
export function whyNoRecord(): string | undefined {
  const tried = spawnSync('strace', ['-qq', '-e', 'trace=none', process.execPath, '--version'], {
    encoding: 'utf8',
  })
  if (tried.error) return `strace does not start: ${tried.error.message}`
  return tried.status === 0 ? undefined : `strace may not trace here: ${tried.stderr.trim().slice(0, 200)}`
}

/** Runs a script of Node to its end and records what it does to the files of a folder. */
export async function record(script: string, args: readonly string[], folder: string): Promise<Recorded> {
  const aside = mkdtempSync(path.join(tmpdir(), 'showroom-record-'))
  const log = path.join(aside, 'log')
  try {
    const options = [
      '-f',
      '-qq',
      '-y',
      '-xx',
      '-s',
      '1048576',
      '-e',
      `trace=${calls},${unknownCalls}`,
      '-o',
      log,
    ]
    const done = spawnSync('strace', [...options, process.execPath, ...quickly, script, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    })
    if (done.error) throw done.error
    return { operations: await readLog(log, folder), code: done.status, notices: done.stderr }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

const bytesOf = (escaped: string): Buffer => Buffer.from(escaped.replaceAll('\\x', ''), 'hex')
const textOf = (escaped: string): string => bytesOf(escaped).toString()
const text = String.raw`((?:\\x[0-9a-f]{2})*)`
const file = String.raw`\d+<${text}>(?:\(deleted\))?`
const patterns = {
  write: new RegExp(String.raw`^pwrite64\(${file}, "${text}", (\d+), (\d+)\) = (\d+)$`),
  append: new RegExp(String.raw`^write\((\d+)<${text}>, "${text}", (\d+)\) = (\d+)$`),
  sync: new RegExp(String.raw`^f(?:data)?sync\(${file}\) = 0$`),
  truncate: new RegExp(String.raw`^ftruncate\(${file}, (\d+)\) = 0$`),
  open: new RegExp(String.raw`^openat\([^,]+, "${text}", ([A-Z_|]+)(?:, \d+)?\) = \d+`),
  remove: new RegExp(String.raw`^unlink(?:at)?\((?:[^,]+, )?"${text}"(?:, 0)?\) = 0$`),
  rename: new RegExp(
    String.raw`^rename(?:at2?)?\((?:[^,]+, )?"${text}", (?:[^,"]+, )?"${text}"(?:, \w+)?\) = 0$`,
  ),
}

async function readLog(log: string, folder: string): Promise<Operation[]> {
  const operations: Operation[] = []
  /** Where a file that is only appended to stands. */
  const ends = new Map<string, number>()
  const names = new Set<string>()
  const within = (escaped: string): string | undefined => {
    const whole = textOf(escaped)
    return path.dirname(whole) === folder ? path.basename(whole) : undefined
  }
  const unfinished = new Map<string, string>()
  for await (const line of createInterface({ input: createReadStream(log, 'latin1'), crlfDelay: Infinity })) {
    const [, thread = '', said = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (said.endsWith(' <unfinished ...>')) {
      unfinished.set(thread, said.slice(0, -' <unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said)?.[1]
    const call = (resumed === undefined ? said : `${unfinished.get(thread) ?? ''}${resumed}`).replace(
      /\)\s+= /,
      ') = ',
    )
    const found = readCall(call)
    if (found) operations.push(found)
  }
  return operations

  function readCall(call: string): Operation | undefined {
    let match
    if ((match = patterns.write.exec(call))) {
      const name = within(match[1] ?? '')
      if (name === undefined) return undefined
      const bytes = bytesOf(match[2] ?? '')
      if (bytes.length !== Number(match[5]))
        throw new Error(`a write was recorded in part: ${call.slice(-80)}`)
      return { kind: 'write', name, at: Number(match[4]), bytes }
    }
    if ((match = patterns.append.exec(call))) {
      const bytes = bytesOf(match[3] ?? '')
      if (match[1] === '1') return { kind: 'say', text: bytes.toString() }
      const name = within(match[2] ?? '')
      if (name === undefined) return undefined
      const at = ends.get(name) ?? 0
      ends.set(name, at + bytes.length)
      return { kind: 'write', name, at, bytes }
    }
    if ((match = patterns.sync.exec(call))) {
      if (textOf(match[1] ?? '') === folder) return { kind: 'sync-folder' }
      const name = within(match[1] ?? '')
      return name === undefined ? undefined : { kind: 'sync', name }
    }
    if ((match = patterns.truncate.exec(call))) {
      const name = within(match[1] ?? '')
      return name === undefined ? undefined : { kind: 'truncate', name, length: Number(match[2]) }
    }
    if ((match = patterns.open.exec(call))) {
      const name = within(match[1] ?? '')
      const flags = match[2] ?? ''
      if (name === undefined || !flags.includes('O_CREAT')) return undefined
      ends.set(name, 0)
      if (names.has(name)) return undefined
      names.add(name)
      return { kind: 'create', name }
    }
    if ((match = patterns.remove.exec(call))) {
      const name = within(match[1] ?? '')
      if (name === undefined) return undefined
      names.delete(name)
      return { kind: 'remove', name }
    }
    if ((match = patterns.rename.exec(call))) {
      const [name, to] = [within(match[1] ?? ''), within(match[2] ?? '')]
      if (name === undefined || to === undefined) return undefined
      names.delete(name)
      names.add(to)
      return { kind: 'rename', name, to }
    }
    const unknown = new RegExp(`^(?:${unknownCalls.replaceAll(',', '|')})\\(`).exec(call)
    if (unknown && call.includes([...Buffer.from(folder)].map((byte) => `\\x${byte.toString(16)}`).join('')))
      throw new Error(`a call that the model does not know: ${call.slice(0, 60)}`)
    return undefined
  }
}
