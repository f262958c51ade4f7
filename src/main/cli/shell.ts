import type { Readable, Writable } from 'node:stream'
import path from 'node:path'
import { once } from 'node:events'

/** What the command line has of the world, so that tests can be the world. */
export interface Shell {
  readonly input: Readable & { readonly isTTY?: boolean }
  /** Carries exactly one JSON line an answer. */
  readonly output: Writable
  /** What a person may want to know meanwhile. */
  readonly notices: Writable
  readonly env: Readonly<Record<string, string | undefined>>
  /** What relative paths start from. */
  readonly folder: string
}

/** Where the migrations lie. */
export const migrationsFolder = path.resolve(import.meta.dirname, '../../../drizzle')

/** Exit codes: done; refused or found wrong; asked wrongly. */
export const exitCode = { done: 0, refused: 1, usage: 2 } as const

/** Writes one answer as one line, waiting while the reader is slower than we are. */
export async function writeLine({ output }: Pick<Shell, 'output'>, answer: unknown): Promise<void> {
  if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
}
