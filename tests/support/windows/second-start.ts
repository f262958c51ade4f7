import { spawn } from 'node:child_process'
import path from 'node:path'
import electron from 'electron'

/** Starts the application once more over the same user data, with these arguments of its own, and waits for its good end; answers what it said. */
export async function startAgain(userData: string, args: readonly string[] = []): Promise<string> {
  const own = [
    `--user-data-dir=${userData}`,
    '--log-level=3',
    ...(process.env['NO_SANDBOX'] ? ['--no-sandbox'] : []),
  ]
  const second = spawn(electron as unknown as string, [...own, path.resolve('.'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  second.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => second.on('close', resolve))
  if (code !== 0) throw new Error(`the second start ended with ${String(code)}: ${said}`)
  return said.trim()
}
