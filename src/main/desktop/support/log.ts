import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '#main/platform/clock.ts'
import { maskPhones } from './mask-phones.ts'
import { maskWords } from './mask-words.ts'

/** Where the shell and its thread write what went wrong. Never a phone number, nor a word that somebody typed (S5). */
export interface Log {
  readonly info: (area: string, text: string) => void
  readonly error: (area: string, error: unknown) => void
  readonly folder: string
}

const largest = 1024 * 1024
const kept = 5
const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' })

/** A log in files of 1 MB, the last five of which are kept. A disk that takes no log stops nobody's work. */
export function makeLog(folder: string, limits: { readonly largest: number } = { largest }): Log {
  const file = path.join(folder, 'showroom.log')
  const older = (index: number) => `${file}.${index}`

  const write = (level: string, area: string, text: string) => {
    const line = `${moment.format(systemClock.now())} ${level} ${area}: ${blacken(text)}\n`
    try {
      mkdirSync(folder, { recursive: true })
      if (existsSync(file) && statSync(file).size + line.length > limits.largest) rotate()
      appendFileSync(file, line)
    } catch {
      process.stderr.write(line)
    }
  }
  const rotate = () => {
    for (let index = kept - 1; index >= 1; index -= 1) {
      const from = index === 1 ? file : older(index - 1)
      if (existsSync(from)) renameSync(from, older(index))
    }
  }
  return {
    folder,
    info: (area, text) => write('info', area, text),
    error: (area, error) => write('ERROR', area, textOf(error)),
  }
}

/** What may stand in a log, and in whatever leaves the machine for support. */
export const blacken = (text: string): string => maskWords(maskPhones(text))

const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
