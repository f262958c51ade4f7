import { spawn } from 'node:child_process'
import path from 'node:path'

/** The words that start a script of Node as quickly as the command line starts. */
export const quickly: readonly string[] = [
  '--import',
  path.resolve(import.meta.dirname, '../../../src/main/cli/quick-start.ts'),
]

/** What a process said before it ended, by itself or killed. */
export interface Ended {
  readonly said: string
  readonly notices: string
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
  /** From its first word to its end, in milliseconds. */
  readonly took: number
}

/** When a process is killed: so many milliseconds after its start, or after it has said enough. */
export interface Killing {
  readonly after: number
  readonly from: 'start' | ((said: string) => boolean)
}

/** Runs a script of Node and kills it (SIGKILL: no handler runs, nothing is flushed), or lets it end where no killing is named. */
export function runAndKill(script: string, args: readonly string[], killing?: Killing): Promise<Ended> {
  const child = spawn(process.execPath, [...quickly, script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let began: number | undefined
  let said = ''
  let notices = ''
  let timer: NodeJS.Timeout | undefined
  const arm = ({ after }: Killing) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), after)
  }
  if (killing?.from === 'start') arm(killing)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    began ??= performance.now()
    said += text
    if (killing && killing.from !== 'start' && killing.from(said)) arm(killing)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notices += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ said, notices, signal, code, took: performance.now() - (began ?? 0) })
    })
  })
}
