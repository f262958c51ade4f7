import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { refuseField } from '#shared/errors.ts'
import type { Shell } from './shell.ts'

/**
 * A password: from the environment, else the first line of standard input. Never an argument, which other users of the
 * machine could read. Typed by a person it is not shown.
 */
export async function readSecret(shell: Shell, variable: string, field: string): Promise<string> {
  const given = shell.env[variable]
  if (given) return given
  if (shell.input.isTTY) shell.notices.write(`${field}: `)
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: shell.input, output: mute, terminal: shell.input.isTTY ?? false })
  try {
    // A password is what was typed: blanks belong to it, the end of the line does not.
    for await (const line of lines) return line === '' ? refuseField(field, 'required') : line
  } finally {
    lines.close()
    if (shell.input.isTTY) shell.notices.write('\n')
  }
  return refuseField(field, 'required')
}
