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
  /** From when it was begun to work until its end, in milliseconds. */
  readonly took: number
}

/**
 * Runs a script of Node and kills it (SIGKILL: no handler runs, nothing is flushed) so many milliseconds after it was first heard,
 * or after its start where it is not waited for; undefined lets it end.
 */
export function runAndKill(
  script: string,
  args: readonly string[],
  kill: { readonly after: number | undefined; readonly from: 'start' | 'first word' },
): Promise<Ended> {
  const child = spawn(process.execPath, [...quickly, script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const { after } = kill
  let began = performance.now()
  let said = ''
  let notices = ''
  let timer: NodeJS.Timeout | undefined
  const arm = () => {
    began = performance.now()
    if (after !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), after)
  }
  if (kill.from === 'start') arm()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '' && kill.from === 'first word') arm()
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notices += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ said, notices, signal, code, took: performance.now() - began })
    })
  })
}
