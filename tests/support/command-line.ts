import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { run } from '#main/cli/run.ts'

/** The command line as a program uses it: what goes in, what comes out, and how it ends. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly notices: string
  /** Standard output, line by line, as JSON. */
  readonly lines: Line[]
}
export interface Line {
  readonly id?: unknown
  readonly ok: boolean
  readonly value?: unknown
  readonly error?: {
    code: string
    message: string
    issues?: { field: string; code: string }[]
    reasons?: { code: string }[]
  }
}

interface Given {
  /** Standard input: a text, or chunks of bytes as they arrive. */
  readonly input?: string | readonly Uint8Array[]
  readonly env?: Readonly<Record<string, string>>
}

const readAnswers = (out: string): Line[] => {
  if (out !== '' && !out.endsWith('\n')) throw new Error('the last line has no end')
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
}

/** Runs a command line in this process. */
export async function cli(words: readonly string[], { input = '', env = {} }: Given = {}): Promise<Ended> {
  const written: Record<'out' | 'notices', string[]> = { out: [], notices: [] }
  const sink = (to: 'out' | 'notices') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written[to].push(chunk.toString('utf8'))
        done()
      },
    })
  const code = await run(words, {
    input: Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input, { objectMode: false }),
    output: sink('out'),
    notices: sink('notices'),
    env,
    folder: process.cwd(),
  })
  const out = written.out.join('')
  return { code, out, notices: written.notices.join(''), lines: words[0] === 'help' ? [] : readAnswers(out) }
}

const entry = path.resolve(import.meta.dirname, '../../src/main/cli/index.ts')

/** Runs a command line as a process of its own, the way a script does. */
export async function spawnCli(
  words: readonly string[],
  { input = '', env = {} }: Given = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...words], { env: { ...process.env, ...env } })
  for (const chunk of typeof input === 'string' ? [Buffer.from(input)] : input) child.stdin.write(chunk)
  child.stdin.end()
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code) => resolve(code ?? -1))
  })
  const [out, notices, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, notices, lines: readAnswers(out) }
}

/** A command line that stays open: each line is answered before the next is said. */
export interface Talk {
  readonly say: (line: unknown) => Promise<Line>
  /** Ends the input and waits for the process. */
  readonly end: () => Promise<number>
}

/** Starts `call` on a store file as a process of its own. */
export function talk(file: string): Talk {
  const child = spawn(process.execPath, [entry, 'call', '--store', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting: ((line: Line) => void)[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) waiting.shift()?.(JSON.parse(line) as Line)
  })
  return {
    say: (line) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        child.stdin.write(`${JSON.stringify(line)}\n`)
      }),
    end: () =>
      new Promise((resolve) => {
        child.on('close', (code) => resolve(code ?? -1))
        child.stdin.end()
      }),
  }
}

/** A folder for one test; it goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Makes a store with the administrator `admin`, and answers its path. */
export async function createStoreFile(kind: 'training' | 'live' = 'training'): Promise<string> {
  const file = path.join(temporaryFolder(), 'store.db')
  const words = [
    'create',
    '--store',
    file,
    '--name',
    '江南店',
    '--kind',
    kind,
    '--policy',
    'benyue',
    '--admin',
    'admin',
  ]
  const { code, out } = await cli(words, { env: { SHOWROOM_ADMIN_PASSWORD: 'k7-Bridge-52' } })
  if (code !== 0) throw new Error(out)
  return file
}

export const jsonLines = (...values: unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Runs `call` on a store file with these lines. */
export const call = (file: string, input: Given['input'], ...more: string[]): Promise<Ended> =>
  cli(['call', '--store', file, ...more], input === undefined ? {} : { input })
