import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { migrationsFolder } from '#tests/support/training-store.ts'

const scriptOf = (name: string) => path.join(import.meta.dirname, `${name}.ts`)

/** Starts a process of the tests; it never outlives its test. */
export function startChild(name: string, ...words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [scriptOf(name), ...words, migrationsFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** The first line that a process says. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const piece of child.stdout ?? []) {
    said += String(piece)
    if (said.includes('\n')) return said.split('\n')[0] ?? ''
  }
  return said
}

/** Ends a process as a power cut of its own would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** What a process says until it ends, and how it ends. */
export async function ended(
  child: ChildProcess,
): Promise<{ readonly out: string; readonly signal: string | null }> {
  let out = ''
  child.stdout?.on('data', (piece) => (out += String(piece)))
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return { out, signal }
}
